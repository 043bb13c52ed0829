package org.feierabend.channels.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** One employer's contacts are due. The employer's id is the job's name. */
@DisallowConcurrentExecution
final class BellJob implements Job {
  private final QuartzBells bells;

  BellJob(QuartzBells bells) {
    this.bells = bells;
  }

  @Override
  public void execute(JobExecutionContext context) {
    bells.rung(context.getJobDetail().getKey().getName(), context.getTrigger().getKey());
  }
}
