package net.ratonet.shared.wire;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.FixKind;
import net.ratonet.shared.telemetry.GeoFix;
import net.ratonet.shared.telemetry.HardwareReading;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.telemetry.LinkClass;
import net.ratonet.shared.telemetry.LinkReading;
import net.ratonet.shared.telemetry.NetworkReading;
import net.ratonet.shared.telemetry.Reading;
import net.ratonet.shared.telemetry.StarlinkReading;
import net.ratonet.shared.telemetry.StreamHealth;
import net.ratonet.shared.wire.StationCommand.FreeBitrate;
import net.ratonet.shared.wire.StationCommand.GoLive;
import net.ratonet.shared.wire.StationCommand.Kick;
import net.ratonet.shared.wire.StationCommand.Mute;
import net.ratonet.shared.wire.StationCommand.Ping;
import net.ratonet.shared.wire.StationCommand.PrioritiseLink;
import net.ratonet.shared.wire.StationCommand.RecordLocally;
import net.ratonet.shared.wire.StationCommand.RestartEncoder;
import net.ratonet.shared.wire.StationCommand.SelectSource;
import net.ratonet.shared.wire.StationCommand.SetBitrate;
import net.ratonet.shared.wire.StationCommand.ShowSlate;
import net.ratonet.shared.wire.StationCommand.StopLive;
import net.ratonet.shared.wire.StationCommand.SwitchLink;

/// Any message that may cross the wire, drawn from a seed.
final class RandomMessages {

    private static final String LETTERS = "az09 _-\"\\/<>{}[]:,ãçé漢🐀\n\t\u0001\u007f\u2028";

    private final Random random;

    RandomMessages(long seed) {
        random = new Random(seed);
    }

    FieldEnvelope envelope() {
        var timestamp =
                Instant.ofEpochSecond(
                        random.nextLong(253_402_300_799L), random.nextInt(1_000_000_000));
        return new FieldEnvelope(Messages.SENDER, timestamp, message());
    }

    private FieldMessage message() {
        return switch (random.nextInt(8)) {
            case 0 -> new FieldMessage.Status(status());
            case 1 ->
                    new FieldMessage.Order(
                            new StationOrder(name(), command(), oneOf(OrderRole.values())));
            case 2 -> new FieldMessage.Answer(new OrderAnswer(name(), flag(), name()));
            default -> new FieldMessage.Report(reading());
        };
    }

    Reading reading() {
        return switch (random.nextInt(5)) {
            case 0 -> gps();
            case 1 -> hardware();
            case 2 -> network();
            case 3 ->
                    new StarlinkReading(
                            flag(),
                            upTo(9_000),
                            upTo(500),
                            upTo(100),
                            upTo(100),
                            random.nextInt(1_000_000_001));
            default -> health();
        };
    }

    StationCommand command() {
        return switch (random.nextInt(13)) {
            case 0 -> new GoLive();
            case 1 -> new StopLive();
            case 2 -> new SetBitrate(new Bitrate(random.nextLong(1_000, 100_000_001)));
            case 3 -> new Kick();
            case 4 -> new SwitchLink(name(), flag());
            case 5 -> new PrioritiseLink(name(), oneOf(LinkPriority.values()));
            case 6 -> new SelectSource(name());
            case 7 -> new Mute(flag());
            case 8 -> new ShowSlate(flag());
            case 9 -> new RecordLocally(flag());
            case 10 -> new RestartEncoder();
            case 11 -> new FreeBitrate();
            default -> new Ping();
        };
    }

    private GeoFix gps() {
        return new GeoFix(
                random.nextDouble(-90, 90),
                random.nextDouble(-180, 180),
                upTo(300),
                random.nextDouble(-430, 9_000),
                upTo(360),
                random.nextInt(1_001),
                oneOf(FixKind.values()));
    }

    private HardwareReading hardware() {
        return new HardwareReading(
                upTo(100),
                random.nextDouble(-40, 110),
                upTo(100),
                upTo(100),
                flag() ? OptionalDouble.of(upTo(100)) : OptionalDouble.empty(),
                flag());
    }

    private NetworkReading network() {
        return new NetworkReading(
                IntStream.range(0, random.nextInt(6)).mapToObj(_ -> link()).toList());
    }

    private LinkReading link() {
        return new LinkReading(
                name(),
                oneOf(LinkClass.values()),
                flag(),
                upTo(5_000),
                upTo(500),
                upTo(100),
                upTo(1_000),
                random.nextInt(101));
    }

    private StreamHealth health() {
        var total = random.nextInt(65);
        return new StreamHealth(
                random.nextInt(101),
                oneOf(HealthState.values()),
                random.nextInt(total + 1),
                total,
                upTo(50_000),
                text(500));
    }

    private Map<String, String> status() {
        var values = new HashMap<String, String>();
        for (var i = random.nextInt(6); i > 0; i--) {
            values.put(text(20), text(40));
        }
        return values;
    }

    /// Text that is not blank and fits every name on the wire.
    private String name() {
        return "n" + text(40);
    }

    private String text(int longest) {
        var letters = LETTERS.codePoints().toArray();
        var out = new StringBuilder();
        for (var i = random.nextInt(longest / 2 + 1); i > 0; i--) {
            out.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return out.toString();
    }

    private double upTo(double most) {
        return random.nextInt(5) == 0 ? random.nextInt((int) most + 1) : random.nextDouble(most);
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private <T> T oneOf(T[] choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
