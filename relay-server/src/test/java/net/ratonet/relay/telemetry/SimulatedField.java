package net.ratonet.relay.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import net.ratonet.relay.privacy.PrivacyRules;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.telemetry.StreamerId;

/// A board with a clock moved by hand, and everything that it told.
final class SimulatedField {

    static final StreamerId RATO = new StreamerId("rato");
    static final SourceId AGENT = new SourceId(SourceKind.AGENT, "agent-1");
    static final SourceId PHONE = new SourceId(SourceKind.PHONE, "phone-1");
    static final SourceId HTTP = new SourceId(SourceKind.HTTP, "location");
    static final GeoFix NO_FIX = new GeoFix(0, 0, 0, 0, 0, 0, FixKind.NONE);

    final List<BoardEvent> raw = new ArrayList<>();
    final List<BoardEvent> visible = new ArrayList<>();
    final List<FieldNote> notes = new ArrayList<>();
    private final Map<StreamerId, PrivacyRules> rules = new ConcurrentHashMap<>();
    final LiveBoard board = new LiveBoard(id -> rules.getOrDefault(id, PrivacyRules.OPEN));
    Instant now = Instant.parse("2026-05-01T12:00:00Z");

    SimulatedField() {
        board.subscribe(raw::add);
        board.subscribeVisible(visible::add);
        board.subscribeNotes(notes::add);
    }

    void decree(PrivacyRules next) {
        rules.put(RATO, next);
        board.privacyChanged(RATO, now);
    }

    void connect(SourceId source) {
        board.connected(RATO, source, now);
    }

    void report(SourceId source, Reading reading) {
        reportLate(source, reading, Duration.ZERO);
    }

    void reportLate(SourceId source, Reading reading, Duration lag) {
        board.report(RATO, source, reading, now.minus(lag), now);
    }

    void disconnect(SourceId source) {
        board.disconnected(RATO, source, now);
    }

    /// Moves the clock second by second, sweeping as the program does.
    void pass(int seconds) {
        for (var second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            board.sweep(now);
        }
    }

    LiveStreamer live() {
        return board.raw(RATO).orElseThrow();
    }

    LiveStreamer seen() {
        return board.visible(RATO, now).orElseThrow();
    }

    static GeoFix fix(double lat, double lng) {
        return new GeoFix(lat, lng, 12, 700, 90, 8, FixKind.THREE_D);
    }

    static HardwareReading hardware(double cpuPercent) {
        return new HardwareReading(cpuPercent, 50, 40, 30, OptionalDouble.empty(), false);
    }

    static NetworkReading links(int count) {
        var links = new ArrayList<LinkReading>();
        for (var index = 0; index < count; index++) {
            links.add(new LinkReading("wwan" + index, LinkClass.MOBILE, true, 50, 5, 0, 8, 90));
        }
        return new NetworkReading(links);
    }

    static StreamHealth health(int score) {
        return new StreamHealth(score, HealthState.HEALTHY, 2, 2, 4_000, "fine");
    }
}
