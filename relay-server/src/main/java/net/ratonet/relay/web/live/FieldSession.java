package net.ratonet.relay.web.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.relay.telemetry.SourceId;
import net.ratonet.relay.web.http.TokenBuckets;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.FieldCodec;
import net.ratonet.shared.wire.FieldEnvelope;
import net.ratonet.shared.wire.FieldMessage;
import net.ratonet.shared.wire.Json;

/// One source of the field while its socket is open. A bad message is counted and otherwise
/// ignored; the sender is told once per kind of mistake, in a message of type `error` that old
/// agents log and forget. For the socket's thread.
final class FieldSession {

    /// A phone that was off-line for a quarter of an hour delivers a thousand points at once.
    private static final double BURST = 1_500;

    private static final double PER_SECOND = 100;
    private static final int MOST_COMPLAINTS = 32;

    /// A clock that far ahead is wrong.
    private static final Duration FUTURE = Duration.ofMinutes(1);

    private final StreamerId streamer;
    private final FieldPeer peer;
    private final SourceId source;
    private final LiveBoard board;
    private final FieldTally tally;
    private final StationDesk stations;
    private final TokenBuckets bucket = new TokenBuckets(PER_SECOND, BURST, 1);
    private final Set<String> complaints = new HashSet<>();

    FieldSession(
            StreamerId streamer,
            FieldPeer peer,
            LiveBoard board,
            FieldTally tally,
            StationDesk stations) {
        this.streamer = streamer;
        this.peer = peer;
        this.source = peer.source();
        this.board = board;
        this.tally = tally;
        this.stations = stations;
    }

    StreamerId streamer() {
        return streamer;
    }

    FieldPeer peer() {
        return peer;
    }

    void open(Instant now) {
        board.connected(streamer, source, now);
    }

    void close(Instant now) {
        board.disconnected(streamer, source, now);
    }

    /// Takes one message; the answer, if any, is to be sent back.
    Optional<String> take(String text, Instant now, long nowNanos) {
        if (bucket.take("", nowNanos).isPositive()) {
            tally.flood();
            return complain("rate", "too many messages; some were dropped", now);
        }
        return switch (FieldCodec.decode(text, streamer, now)) {
            case Decoded.Accepted<FieldEnvelope>(var envelope) -> {
                tally.accept();
                accept(envelope, now);
                yield Optional.empty();
            }
            case Decoded.Refused<FieldEnvelope>(var field, var reason) -> {
                tally.refuse();
                yield complain(field, field + " " + reason, now);
            }
            case Decoded.Malformed<FieldEnvelope> _ -> {
                tally.malform();
                yield complain("message", "not a message of the field protocol", now);
            }
        };
    }

    Optional<String> takeBinary(Instant now) {
        tally.malform();
        return complain("message", "messages must be text", now);
    }

    private void accept(FieldEnvelope envelope, Instant now) {
        switch (envelope.message()) {
            case FieldMessage.Report(var reading) ->
                    board.report(
                            streamer, source, reading, measuredAt(envelope.timestamp(), now), now);
            case FieldMessage.Answer(var answer) -> {
                board.connected(streamer, source, now);
                stations.answered(streamer, peer, answer);
            }
            case FieldMessage.Status _, FieldMessage.Order _ ->
                    board.connected(streamer, source, now);
        }
    }

    private static Instant measuredAt(Instant claimed, Instant now) {
        return claimed.isAfter(now.plus(FUTURE)) ? now : claimed;
    }

    private Optional<String> complain(String field, String detail, Instant now) {
        if (complaints.size() >= MOST_COMPLAINTS || !complaints.add(field)) {
            return Optional.empty();
        }
        var message =
                Json.object()
                        .put("type", "error")
                        .put("streamer_id", streamer.value())
                        .put("timestamp", now.toString());
        var data = Json.object().put("field", field).put("detail", detail);
        return Optional.of(Json.write(message.set("data", data)));
    }
}
