package net.ratonet.relay.rtmp;

import java.util.Map;
import java.util.Optional;

/// What one end says about a connection or a stream, in an `onStatus` or in an answer.
///
/// @param level `status`, `warning` or `error`
/// @param code for programs, such as `NetStream.Publish.Start`
/// @param description for people
public record Status(String level, String code, String description) {

    public static Status good(String code, String description) {
        return new Status("status", code, description);
    }

    public static Status error(String code, String description) {
        return new Status("error", code, description);
    }

    /// The first argument that looks like one.
    public static Optional<Status> in(Command command) {
        return command.arguments().stream()
                .filter(argument -> argument.get("code").isPresent())
                .findFirst()
                .map(argument ->
                        new Status(
                                text(argument, "level"),
                                text(argument, "code"),
                                text(argument, "description")));
    }

    public boolean isError() {
        return "error".equals(level);
    }

    public AmfValue toAmf() {
        return new AmfValue.Named(
                Map.of(
                        "level", AmfValue.text(level),
                        "code", AmfValue.text(code),
                        "description", AmfValue.text(description)),
                false);
    }

    public Command onStatus() {
        return Command.of("onStatus", 0, AmfValue.nothing(), toAmf());
    }

    private static String text(AmfValue argument, String name) {
        return argument.get(name).flatMap(AmfValue::text).orElse("");
    }
}
