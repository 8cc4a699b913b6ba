package net.ratonet.station.control.preflight;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.station.config.StreamTarget;
import net.ratonet.station.network.LocalLink;

/// Circumstances in which nothing is wrong, to be spoiled one by one.
final class Fair {

    static final LocalLink MODEM = modem("wwan0", "192.168.8.100", true);

    private Optional<StreamTarget> target =
            StreamTarget.parse("srtla://relay.example:5001?streamid=publish/live/secret");
    private boolean targetKnown = true;
    private List<LocalLink> links = List.of(MODEM);
    private RelayAnswer relay = new RelayAnswer.Welcome(Optional.of(Duration.ZERO));
    private Trial trial = new Trial.Works();
    private Machine machine = Machine.UNKNOWN;
    private Optional<Bitrate> uplink = Optional.empty();
    private List<String> spent = List.of();

    static LocalLink modem(String name, String address, boolean routed) {
        return new LocalLink(name, 3, List.of(InetAddress.ofLiteral(address)), 24, routed);
    }

    Fair target(String url) {
        target = StreamTarget.parse(url);
        return this;
    }

    Fair nameless() {
        targetKnown = false;
        return this;
    }

    Fair links(LocalLink... next) {
        links = List.of(next);
        return this;
    }

    Fair relay(RelayAnswer next) {
        relay = next;
        return this;
    }

    Fair trial(Trial next) {
        trial = next;
        return this;
    }

    Fair machine(Machine next) {
        machine = next;
        return this;
    }

    Fair uplink(double kbps) {
        uplink = Optional.of(Bitrate.ofKbps(kbps));
        return this;
    }

    Fair spent(String link) {
        spent = List.of(link);
        return this;
    }

    CheckReport judge() {
        return Preflight.judge(
                new Circumstances(
                        target,
                        targetKnown,
                        links,
                        "relay.example",
                        relay,
                        trial,
                        machine,
                        Bitrate.ofKbps(4_000),
                        uplink,
                        spent));
    }
}
