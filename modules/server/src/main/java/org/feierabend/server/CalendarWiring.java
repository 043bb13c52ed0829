package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.feierabend.calendar.CalendarServer;
import org.feierabend.calendar.CounterPost;
import org.feierabend.calendar.Feeds;
import org.feierabend.calendar.KeptTimes;
import org.feierabend.calendar.SchoolHolidays;
import org.feierabend.channels.mail.MailDoor;
import org.feierabend.door.Heard;
import org.feierabend.rulebook.Ical4jAvailabilities;
import org.feierabend.rulebook.YamlSchoolHolidays;
import org.feierabend.timeline.Availabilities;

/** What the doors of calendar, chat and mail are made of. */
@ApplicationScoped
public class CalendarWiring {
  @Inject Lifecycle lifecycle;
  @Inject Settings settings;

  @Produces
  Feeds feeds() {
    return lifecycle.standing(house -> house.store.feeds);
  }

  @Produces
  KeptTimes keptTimes() {
    return lifecycle.standing(house -> house.store.keptTimes);
  }

  @Produces
  CalendarServer calendarServer() {
    return lifecycle.standing(house -> house.beside.calendars);
  }

  @Produces
  CounterPost counterPost() {
    return lifecycle.standing(house -> house.beside.counters);
  }

  @Produces
  Heard heard() {
    return lifecycle.standing(house -> house.beside.chat);
  }

  @Produces
  MailDoor mail() {
    return lifecycle.standing(house -> house.beside.mail);
  }

  @Produces
  SchoolHolidays schoolHolidays() {
    return YamlSchoolHolidays.read(settings.home());
  }

  @Produces
  Availabilities availabilities() {
    return new Ical4jAvailabilities();
  }
}
