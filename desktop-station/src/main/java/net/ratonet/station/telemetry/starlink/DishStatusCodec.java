package net.ratonet.station.telemetry.starlink;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.wire.Decoded;

/// Asks for a dish's status and reads the answer: by the names in the dish's own schema where it
/// tells one, else by the numbers that most firmware has used.
final class DishStatusCodec {

    static final String SERVICE = "SpaceX.API.Device.Device";

    private static final String REQUEST = "SpaceX.API.Device.Request";
    private static final String RESPONSE = "SpaceX.API.Device.Response";
    private static final String STATUS = "dish_get_status";
    private static final int GET_STATUS = 1_004;
    private static final int DISH_GET_STATUS = 2_004;

    private final SchemaBook book;

    DishStatusCodec(SchemaBook book) {
        this.book = book;
    }

    byte[] request() {
        var number = book.path(REQUEST, "get_status").map(List::getLast).orElse(GET_STATUS);
        return new ProtoWriter().bytes(number, new byte[0]).toBytes();
    }

    Decoded<StarlinkReading> decode(byte[] response) {
        return ProtoMessage.parse(response)
                .flatMap(message ->
                        message.message(statusNumber())
                                .<Decoded<StarlinkReading>>map(
                                        status -> new Decoded.Accepted<>(reading(status)))
                                .orElseGet(() ->
                                        new Decoded.Refused<>(STATUS, "is not in the answer")));
    }

    private int statusNumber() {
        return book.path(RESPONSE, STATUS).map(List::getLast).orElse(DISH_GET_STATUS);
    }

    private StarlinkReading reading(ProtoMessage status) {
        return new StarlinkReading(
                !hasOutage(status),
                Math.max(0, real(status, 1_009, "pop_ping_latency_ms")),
                Math.max(0, real(status, 1_007, "downlink_throughput_bps") / 1e6),
                Math.max(0, real(status, 1_008, "uplink_throughput_bps") / 1e6),
                Math.clamp(obstructed(status) * 100, 0, 100),
                Math.max(0, uptime(status)));
    }

    /// An outage is told by a message of its own, which is there only while it lasts.
    private boolean hasOutage(ProtoMessage status) {
        return path("outage")
                .or(() -> unknown(List.of(1_014)))
                .flatMap(path -> follow(status, path))
                .isPresent();
    }

    private double real(ProtoMessage status, int usual, String name) {
        return path(name)
                .or(() -> unknown(List.of(usual)))
                .map(path -> status.real(path.getLast()))
                .orElseGet(OptionalDouble::empty)
                .orElse(0);
    }

    private long uptime(ProtoMessage status) {
        var path = path("device_state", "uptime_s").or(() -> unknown(List.of(2, 1)));
        return path.flatMap(numbers ->
                        follow(status, numbers.subList(0, 1))
                                .map(state -> state.number(numbers.getLast()).orElse(0)))
                .orElse(0L);
    }

    private double obstructed(ProtoMessage status) {
        var path = path("obstruction_stats", "fraction_obstructed");
        if (path.isPresent() || book.knows(RESPONSE)) {
            return path.flatMap(numbers ->
                            follow(status, numbers.subList(0, 1))
                                    .map(stats -> stats.real(numbers.getLast()).orElse(0)))
                    .orElse(0.0);
        }
        return guessedObstruction(status);
    }

    /// Two numbers have been used for the statistics; what else used them has no fraction in front.
    private static double guessedObstruction(ProtoMessage status) {
        for (var number : List.of(1_004, 1_015)) {
            var fraction =
                    status.message(number)
                            .map(stats -> stats.real(1))
                            .orElseGet(OptionalDouble::empty);
            if (fraction.isPresent()
                    && fraction.getAsDouble() >= 0
                    && fraction.getAsDouble() <= 1) {
                return fraction.getAsDouble();
            }
        }
        return 0;
    }

    private Optional<List<Integer>> path(String... names) {
        var all = new String[names.length + 1];
        all[0] = STATUS;
        System.arraycopy(names, 0, all, 1, names.length);
        return book.path(RESPONSE, all).map(path -> path.subList(1, path.size()));
    }

    /// The usual number, unless the dish told its schema and this field is not in it.
    private Optional<List<Integer>> unknown(List<Integer> usual) {
        return book.knows(RESPONSE) ? Optional.empty() : Optional.of(usual);
    }

    private static Optional<ProtoMessage> follow(ProtoMessage from, List<Integer> path) {
        var at = Optional.of(from);
        for (var number : path) {
            at = at.flatMap(message -> message.message(number));
        }
        return at;
    }
}
