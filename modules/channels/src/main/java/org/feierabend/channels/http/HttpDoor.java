package org.feierabend.channels.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which classes the server's JAX-RS applications are made of; it adds its own to them. */
public final class HttpDoor {
  private static final List<Class<?>> PROVIDERS =
      List.of(
          JsonBodies.class,
          JsonMapperForAll.class,
          ProblemMapper.class,
          NotJsonMapper.class,
          OtherJsonMapper.class,
          RoleGuard.class,
          IdempotencyFilter.class);

  private HttpDoor() {}

  /** For {@code @ApplicationPath("/api/v1")}. */
  public static Set<Class<?>> api() {
    return with(
        EventsResource.class,
        WebhooksResource.class,
        GraphNotificationsResource.class,
        SchemasResource.class,
        OpenApiResource.class,
        MeResource.class,
        MyDataResource.class,
        MyWindowsResource.class,
        MyTimesResource.class,
        MyDayResource.class,
        MyDaysResource.class,
        MyAvailabilityResource.class,
        MyFeedsResource.class,
        MyPushResource.class,
        SchoolHolidaysResource.class,
        MyCalendarResource.class,
        MyInvitationsResource.class,
        FeedsResource.class,
        MyDecisionsResource.class,
        MyAnswersResource.class,
        MyAlertsResource.class,
        MyTeleworkResource.class,
        MyAgreementsResource.class,
        MeasuresResource.class,
        TeleworkResource.class,
        TeleworkRequestsResource.class,
        TeleworkRemindersResource.class,
        TeleworkStaffResource.class,
        TeleworkTemplatesResource.class,
        EmergenciesResource.class,
        DirectoryResource.class,
        DoorsResource.class,
        AwayResource.class,
        MailDueResource.class,
        DirectoryImportResource.class,
        DirectorySourceResource.class,
        ReorganisationsResource.class,
        OpenHoursResource.class,
        EmployersResource.class,
        ReleasesResource.class,
        AuditResource.class,
        BundlesResource.class,
        WithdrawalResource.class,
        CanaryEventsResource.class,
        PrivacyRecordResource.class,
        ReportsResource.class,
        OpenDataResource.class,
        FiguresResource.class,
        RuleBookResource.class,
        PolicyResource.class,
        DryRunsResource.class,
        RuleBooksResource.class,
        SignaturesResource.class,
        KeysResource.class,
        PolicyDraftsResource.class,
        PoliciesResource.class);
  }

  /** For {@code @ApplicationPath("/access/v1")}. */
  public static Set<Class<?>> access() {
    return with(AccessResource.class, ExtAuthzResource.class);
  }

  /** For {@code @ApplicationPath("/v1")}. */
  public static Set<Class<?>> data() {
    return with(OpaResource.class);
  }

  /** For {@code @ApplicationPath("/_matrix")}. */
  public static Set<Class<?>> matrix() {
    return with(MatrixPushResource.class);
  }

  /** For {@code @ApplicationPath("/.well-known")}. */
  public static Set<Class<?>> wellKnown() {
    return with(DiscoveryResource.class);
  }

  /** Whether a resource belongs to a door of ours, and so to its guard. */
  static boolean holds(Class<?> resource) {
    return resource.getPackageName().startsWith("org.feierabend.channels.");
  }

  private static Set<Class<?>> with(Class<?>... classes) {
    Set<Class<?>> all = new HashSet<>(PROVIDERS);
    all.addAll(List.of(classes));
    return all;
  }
}
