package net.ratonet.relay.web.http;

/// One parameter of a route, in its path or its query.
public record Param(String name, Place place, boolean required, String meaning) {

    /// Where a parameter stands.
    public enum Place {
        PATH,
        QUERY
    }

    public static Param path(String name, String meaning) {
        return new Param(name, Place.PATH, true, meaning);
    }

    public static Param required(String name, String meaning) {
        return new Param(name, Place.QUERY, true, meaning);
    }

    public static Param optional(String name, String meaning) {
        return new Param(name, Place.QUERY, false, meaning);
    }
}
