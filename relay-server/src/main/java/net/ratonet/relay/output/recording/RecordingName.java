package net.ratonet.relay.output.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import net.ratonet.shared.telemetry.StreamerId;

/// A recording's name, which is also where it lies below its streamer's folder. Only text that has
/// this very shape becomes one, so that no name leads anywhere else.
///
/// @param sequence 1, or more where several began within one second
record RecordingName(Instant start, int sequence) {

    static final int MOST_IN_A_SECOND = 99;

    private static final Pattern SHAPE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{6})(?:-([1-9][0-9]?))?\\.ts");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd/HHmmss")
                    .withResolverStyle(ResolverStyle.STRICT);

    static Optional<RecordingName> parse(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var sequence = shape.group(2) == null ? 1 : Integer.parseInt(shape.group(2));
        try {
            var time = LocalDateTime.parse(shape.group(1), TIME);
            return Optional.of(new RecordingName(time.toInstant(ZoneOffset.UTC), sequence));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    RecordingName next() {
        return new RecordingName(start, sequence + 1);
    }

    String text() {
        var time = TIME.format(start.atOffset(ZoneOffset.UTC));
        return sequence == 1 ? time + ".ts" : "%s-%d.ts".formatted(time, sequence);
    }

    Path below(Path streamersFolder) {
        return streamersFolder.resolve(text());
    }

    /// The folder of its day.
    Path dayBelow(Path streamersFolder) {
        return streamersFolder.resolve(text().substring(0, text().indexOf('/')));
    }

    /// An id may be `.` or `..`, which as folders mean something else; no id has an at sign.
    static Path folderOf(Path root, StreamerId streamer) {
        var id = streamer.value();
        return root.resolve(id.startsWith(".") || id.endsWith(".") ? "@" + id + "@" : id);
    }

    static Optional<StreamerId> streamerOf(Path folder) {
        var name = folder.getFileName().toString();
        var marked = name.startsWith("@") && name.endsWith("@") && name.length() > 2;
        var id = marked ? name.substring(1, name.length() - 1) : name;
        return StreamerId.isValid(id) ? Optional.of(new StreamerId(id)) : Optional.empty();
    }
}
