package org.feierabend.server.identity;

/** What lies behind a path, and whether it needs a log-in. What is not named here does. */
enum Paths {
  /** Pages and scripts without any data. */
  PAGE(true),
  /** Pages and scripts whose path names their version. */
  LIBRARY(true),
  HEALTH(true),
  DISCOVERY(true),
  LOG_IN(true),
  /** The published schema of policies. */
  SCHEMA(true),
  /** Secret addresses that open by themselves. */
  FEED(true),
  /** Called by other systems, which show who they are in their own way. */
  HOOK(true),
  /** Insight into the server itself: for the operator. */
  INSIGHT(false),
  /** Hours of units: open where the operator says so. */
  HOURS(false),
  API(false),
  UNKNOWN(false);

  final boolean open;

  Paths(boolean open) {
    this.open = open;
  }

  static Paths of(String method, String path) {
    if (path.equals("/.well-known/authzen-configuration")) return DISCOVERY;
    if (path.equals("/api/v1/session") && !method.equals("DELETE")) return LOG_IN;
    if (path.equals("/api/v1/policy/schema")) return SCHEMA;
    if (path.startsWith("/api/v1/feeds/")) return FEED;
    if (method.equals("POST") && hook(path)) return HOOK;
    if (under(path, "/api/v1/hours") && method.equals("GET")) return HOURS;
    if (under(path, "/api") || under(path, "/access") || under(path, "/v1")) return API;
    if (under(path, "/scim") || under(path, "/_matrix")) return API;
    if (under(path, "/health")) return HEALTH;
    if (under(path, "/metrics") || under(path, "/openapi")) return INSIGHT;
    if (under(path, "/webjars")) return LIBRARY;
    if (under(path, "/app")
        || under(path, "/guide")
        || path.equals("/")
        || path.equals("/index.html")) return PAGE;
    return UNKNOWN;
  }

  private static boolean hook(String path) {
    return path.startsWith("/api/v1/webhooks/") || path.startsWith("/api/v1/graph/");
  }

  private static boolean under(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
