package net.ratonet.relay.web.live;

import java.util.regex.Pattern;
import net.ratonet.relay.account.StationKey;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.telemetry.SourceKind;

/// Who sits at the other end of a field socket, as it says itself when it connects.
///
/// @param name what a station calls this run of its own, so that its next connection is known to
///   take the place of this one; may be empty
/// @param takesOrders whether it reads `command`; what does not say so is never sent one
/// @param stationId whose key it came in with; empty for the account's own
/// @param stationName what the owner calls that station
record FieldPeer(
        SourceId source, String name, boolean takesOrders, String stationId, String stationName) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /// A later version of orders is read by relays that know the first: they send no others.
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,2}");

    static FieldPeer of(String number, String source, String name, String orders) {
        var kind = source.equals("phone") ? SourceKind.PHONE : SourceKind.AGENT;
        return new FieldPeer(
                new SourceId(kind, number),
                NAME.matcher(name).matches() ? name : "",
                kind == SourceKind.AGENT && VERSION.matcher(orders).matches(),
                "",
                "");
    }

    FieldPeer with(StationKey key) {
        return new FieldPeer(source, name, takesOrders, key.id(), key.name());
    }

    boolean isAgent() {
        return source.kind() == SourceKind.AGENT;
    }

    /// What people call it.
    String label() {
        if (!stationName.isEmpty()) {
            return stationName;
        }
        return name.isEmpty() ? source.value() : name;
    }

    /// Whether it is the one that an order names, which it does by id or by name.
    boolean isCalled(String station) {
        return station.equals(stationId) || station.equals(label());
    }
}
