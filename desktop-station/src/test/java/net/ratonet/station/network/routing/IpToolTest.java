package net.ratonet.station.network.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two modems in a network namespace of the kernel's; skips itself where only root may make one.
@Tag("linux")
final class IpToolTest {

    private final String field = "ratonet-fix-" + ProcessHandle.current().pid();
    private final IpTool ip = new IpTool(List.of("ip", "netns", "exec", field));

    @BeforeEach
    void build() throws Exception {
        assumeTrue(run("ip netns add " + field).code() == 0, "namespaces need root");
        for (var modem : List.of("0", "1")) {
            inside("ip link add modem%s type veth peer name veth%s".formatted(modem, modem));
            inside("ip link set veth%s up".formatted(modem));
            inside("ip addr add 10.78.%s.2/24 dev modem%s".formatted(modem, modem));
            inside("ip link set modem%s up".formatted(modem));
        }
        inside("ip route add default via 10.78.0.1 dev modem0 metric 100");
        inside("sysctl -qw net/ipv4/conf/modem1/rp_filter=1");
    }

    @AfterEach
    void remove() throws Exception {
        run("ip netns del " + field);
    }

    @Test
    void makesEachModemsAddressLeaveByThatModemAndTakesItBack() throws Exception {
        var before = ip.look();
        assertThat(way("10.78.1.2")).contains("dev modem0");

        for (var command : RoutePlanner.fix(before).commands()) {
            ip.run(command);
        }

        assertThat(way("10.78.0.2")).contains("dev modem0");
        assertThat(way("10.78.1.2")).contains("via 10.78.1.1 dev modem1");
        assertThat(RoutePlanner.fix(ip.look()).commands()).isEmpty();
        for (var command : RoutePlanner.undo(ip.look()).commands()) {
            ip.run(command);
        }
        assertThat(way("10.78.1.2")).contains("dev modem0");
        assertThat(ip.look().rules()).isEqualTo(before.rules());
        assertThat(ip.look().routes()).isEqualTo(before.routes());
    }

    private String way(String from) throws Exception {
        return inside("ip route get 198.51.100.1 from " + from);
    }

    private String inside(String command) throws Exception {
        var said = run("ip netns exec " + field + " " + command);
        assertThat(said.code()).as(command + ": " + said.text()).isZero();
        return said.text();
    }

    private static Said run(String command) throws IOException, InterruptedException {
        try {
            var process =
                    new ProcessBuilder(new ArrayList<>(List.of(command.split(" "))))
                            .redirectErrorStream(true)
                            .start();
            try (var output = process.getInputStream()) {
                var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                return new Said(process.waitFor(), text);
            }
        } catch (IOException missing) {
            return new Said(127, String.valueOf(missing.getMessage()));
        }
    }

    private record Said(int code, String text) {}
}
