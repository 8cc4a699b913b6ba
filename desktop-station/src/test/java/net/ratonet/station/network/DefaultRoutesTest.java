package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DefaultRoutesTest {

    @TempDir private Path folder;

    @Test
    void readsWhatTheKernelShows() throws Exception {
        var ipv4 = folder.resolve("route");
        var ipv6 = folder.resolve("ipv6_route");
        Files.writeString(
                ipv4,
                """
                Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
                wwan0\t00000000\t0108A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
                eth0\t0008A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
                """);
        Files.writeString(
                ipv6,
                "%1$s 00 %1$s 00 fe800000000000000000000000000001 00000400 1 0 00000003    wwan1\n"
                        .formatted("0".repeat(32)));

        assertThat(new DefaultRoutes(ipv4, ipv6).interfaces())
                .containsExactlyInAnyOrder("wwan0", "wwan1");
    }

    @Test
    void knowsNothingWhereThereAreNoSuchFiles() throws Exception {
        var nowhere = folder.resolve("nowhere");

        assertThat(new DefaultRoutes(nowhere, nowhere).interfaces()).isEmpty();
    }
}
