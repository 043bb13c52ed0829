package org.feierabend.channels.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Looks after everything that a single bell may have missed. */
@DisallowConcurrentExecution
final class HalfMinuteJob implements Job {
  private final QuartzBells bells;

  HalfMinuteJob(QuartzBells bells) {
    this.bells = bells;
  }

  @Override
  public void execute(JobExecutionContext context) {
    bells.halfMinute();
  }
}
