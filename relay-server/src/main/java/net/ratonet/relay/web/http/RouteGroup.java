package net.ratonet.relay.web.http;

import java.util.List;

/// The routes of one resource.
public interface RouteGroup {

    /// How the API document headlines the group.
    String title();

    List<Route> routes();
}
