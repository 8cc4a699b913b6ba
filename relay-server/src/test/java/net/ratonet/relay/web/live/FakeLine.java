package net.ratonet.relay.web.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// A dashboard that takes everything at once, until it is told to hold the wire.
final class FakeLine implements DashboardLine {

    private final List<ObjectNode> sent = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private Optional<String> closed = Optional.empty();
    private boolean holding;
    private int pings;

    @Override
    public void send(List<Frame> frames, Runnable done) {
        frames.stream().filter(Frame::text).map(FakeLine::json).forEach(sent::add);
        if (holding) {
            waiting.add(done);
        } else {
            done.run();
        }
    }

    private static ObjectNode json(Frame frame) {
        var text = new String(frame.payload().array(), StandardCharsets.UTF_8);
        return switch (Json.readObject(text)) {
            case Decoded.Accepted<ObjectNode>(var node) -> node;
            case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                    throw new AssertionError(text);
        };
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(int code, String reason) {
        closed = Optional.of(code + " " + reason);
    }

    void hold() {
        holding = true;
    }

    void release() {
        holding = false;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    List<String> types() {
        return sent.stream().map(message -> message.path("type").asString("")).toList();
    }

    ObjectNode sent(int index) {
        return sent.get(index);
    }

    ObjectNode last() {
        return sent.getLast();
    }

    Optional<String> closed() {
        return closed;
    }

    int pings() {
        return pings;
    }
}
