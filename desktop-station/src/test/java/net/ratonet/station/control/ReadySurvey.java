package net.ratonet.station.control;

import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.Bitrate;
import net.ratonet.shared.telemetry.StreamerId;
import net.ratonet.station.config.RelayConfig;
import net.ratonet.station.control.preflight.Instruments;
import net.ratonet.station.control.preflight.Machine;
import net.ratonet.station.control.preflight.Survey;
import net.ratonet.station.network.LocalLink;
import net.ratonet.station.source.EncoderLauncher;

/// A survey of a machine with one link and no relay.
public final class ReadySurvey {

    private static final LocalLink MODEM =
            new LocalLink("wwan0", 3, List.of(InetAddress.ofLiteral("192.168.8.100")), 24, true);

    private ReadySurvey() {}

    public static Survey of(EncoderLauncher launcher) {
        return of(launcher, URI.create("ws://127.0.0.1:1/ws/field"));
    }

    public static Survey of(EncoderLauncher launcher, URI relay) {
        return new Survey(
                new RelayConfig(relay, new StreamerId("ana"), "the-key"),
                launcher,
                new Instruments(
                        () -> List.of(MODEM), () -> Machine.UNKNOWN, Optional::empty, List::of),
                Bitrate.ofKbps(4_000),
                Ticker.system(),
                InstantSource.system());
    }
}
