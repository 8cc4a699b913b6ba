package net.ratonet.station.uplink;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.shared.wire.ReadingCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Positions as lines of JSON. Each is written as it comes; what has arrived is dropped by writing
/// the rest anew beside the file and moving it into place. A line that a crash cut short is
/// skipped. Owned by the uplink's thread.
final class PositionFile implements PositionJournal {

    private static final Logger LOG = LoggerFactory.getLogger(PositionFile.class);
    private static final int LONGEST_TIME = 40;

    private final Path file;
    private boolean complained;

    PositionFile(Path file) {
        this.file = file;
    }

    @Override
    public List<Report> read() {
        try (var lines = Files.lines(file)) {
            return lines.flatMap(line -> decode(line).stream()).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | UncheckedIOException trouble) {
            complain(trouble);
            return List.of();
        }
    }

    @Override
    public void add(Report position) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.of(encode(position)), CREATE, APPEND);
        } catch (IOException trouble) {
            complain(trouble);
        }
    }

    @Override
    public void keepOnly(Collection<Report> waiting) {
        try {
            if (waiting.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, waiting.stream().map(PositionFile::encode).toList());
            Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException trouble) {
            complain(trouble);
        }
    }

    private static String encode(Report position) {
        return Json.write(
                Json.object()
                        .put("at", position.at().toString())
                        .set("gps", ReadingCodec.encode(position.reading())));
    }

    private static Optional<Report> decode(String line) {
        return Json.readObject(line) instanceof Decoded.Accepted<ObjectNode>(var node)
                ? at(node).flatMap(at -> gps(node).map(reading -> new Report(at, reading)))
                : Optional.empty();
    }

    private static Optional<Instant> at(ObjectNode node) {
        try {
            return Optional.of(Instant.parse(new JsonFields(node).text("at", LONGEST_TIME, "")));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Reading> gps(ObjectNode node) {
        return Stream.of(node.path("gps"))
                .filter(ObjectNode.class::isInstance)
                .map(gps -> ReadingCodec.decode("gps", (ObjectNode) gps))
                .filter(Decoded.Accepted.class::isInstance)
                .map(accepted -> ((Decoded.Accepted<Reading>) accepted).value())
                .findFirst();
    }

    private void complain(Exception trouble) {
        if (!complained) {
            complained = true;
            LOG.warn(
                    "{} cannot be used: positions that wait for the relay would not outlive a"
                            + " restart ({})",
                    file,
                    trouble.toString());
        }
    }
}
