package net.ratonet.lab.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A network that the Linux kernel makes: the field is a network namespace with one virtual cable
/// for each modem, each with its own route to the relay, throttled by `tbf` and broken by nftables.
/// The kernel's own queues and drops, but no delay. Needs root, `ip`, `tc` and `nft`.
public final class NamespaceNetwork implements LabNetwork {

    /// The relay's address, whichever cable it is reached by.
    private static final String RELAY = "10.77.255.1";

    private static final String FIELD = "ratonet-lab";
    private static final String BURST = "15000";

    private final int relayPort;
    private final int links;

    private NamespaceNetwork(int relayPort, int links) {
        this.relayPort = relayPort;
        this.links = links;
    }

    /// Whether this user may have the kernel make networks, and its tools are there.
    public static boolean isPossibleHere() {
        return "root".equals(System.getProperty("user.name"))
                && Stream.of("ip", "tc", "nft")
                        .allMatch(tool -> Files.isExecutable(Path.of("/usr/sbin", tool)));
    }

    public static NamespaceNetwork to(int relayPort, List<LinkConditions> links)
            throws IOException {
        var network = new NamespaceNetwork(relayPort, links.size());
        try {
            network.build();
            for (var link = 0; link < links.size(); link++) {
                network.plugIn(link);
                network.change(link, links.get(link));
            }
            return network;
        } catch (IOException trouble) {
            network.close();
            throw trouble;
        }
    }

    @Override
    public String target() {
        return RELAY + ":" + relayPort;
    }

    @Override
    public List<String> prefix() {
        return List.of("ip", "netns", "exec", FIELD);
    }

    @Override
    public List<String> modems() {
        var modems = new ArrayList<String>();
        for (var link = 0; link < links; link++) {
            modems.add(modem(link));
        }
        return modems;
    }

    @Override
    public void change(int link, LinkConditions now) throws IOException {
        field(
                "tc qdisc replace dev %s root tbf rate %dbit burst %s latency %dms"
                        .formatted(
                                cable(link),
                                now.rate().bitsPerSecond(),
                                BURST,
                                now.queue().toMillis()));
        field("nft flush chain inet lab up" + link);
        field("nft flush chain inet lab down" + link);
        switch (now.hole()) {
            case NONE -> lose(link, now.lossShare());
            case UPLINK -> field("nft add rule inet lab up%d drop".formatted(link));
            case BOTH_WAYS -> {
                field("nft add rule inet lab up%d drop".formatted(link));
                field("nft add rule inet lab down%d drop".formatted(link));
            }
        }
    }

    @Override
    public void rebind(int link) throws IOException {
        throw new IOException("a cable has no NAT that could rebind");
    }

    @Override
    public void close() throws IOException {
        if (run("ip netns del " + FIELD) != 0) {
            throw new IOException("the namespace " + FIELD + " could not be removed");
        }
        run("ip addr del %s/32 dev lo".formatted(RELAY));
    }

    private void build() throws IOException {
        must("ip netns add " + FIELD);
        must("ip addr add %s/32 dev lo".formatted(RELAY));
        field("ip link set lo up");
        field("sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0");
        field("nft add table inet lab");
        field("nft add chain inet lab up { type filter hook output priority 0 ; }");
        field("nft add chain inet lab down { type filter hook input priority 0 ; }");
        for (var link = 0; link < links; link++) {
            prepare(link);
        }
    }

    /// A cable from the field to the relay, with a routing table of its own for what leaves by it.
    /// It is as wide as the kernel makes it until its conditions are changed.
    public void plugIn(int link) throws IOException {
        var near = "rl" + link;
        must("ip link add %s type veth peer name %s netns %s".formatted(near, cable(link), FIELD));
        must("ip addr add %s/24 dev %s".formatted(gateway(link), near));
        must("ip link set %s up".formatted(near));
        must("ip route replace 10.77.%d.0/24 dev %s src %s".formatted(link, near, RELAY));
        field("ip addr add %s/24 dev %s".formatted(modem(link), cable(link)));
        field("ip link set %s up".formatted(cable(link)));
        field("ip route add default via %s table %d".formatted(gateway(link), 100 + link));
        field("ip route add default via %s metric %d".formatted(gateway(link), 100 + link));
        field("ip rule add from %s table %d".formatted(modem(link), 100 + link));
    }

    /// The cable is gone, with its address and its routes.
    public void pull(int link) throws IOException {
        field("ip rule del from %s table %d".formatted(modem(link), 100 + link));
        must("ip link del rl" + link);
    }

    /// What makes a cable bad, whether it is plugged in or not.
    private void prepare(int link) throws IOException {
        for (var way : List.of("up", "down")) {
            field("nft add chain inet lab %s%d".formatted(way, link));
        }
        field("nft add rule inet lab up oifname %s jump up%d".formatted(cable(link), link));
        field("nft add rule inet lab down iifname %s jump down%d".formatted(cable(link), link));
    }

    private void lose(int link, double share) throws IOException {
        if (share > 0) {
            field(
                    String.format(
                            Locale.ROOT,
                            "nft add rule inet lab up%d numgen random mod 1000 < %d drop",
                            link,
                            Math.round(share * 1_000)));
        }
    }

    private static String cable(int link) {
        return "modem" + link;
    }

    private static String modem(int link) {
        return "10.77.%d.2".formatted(link);
    }

    private static String gateway(int link) {
        return "10.77.%d.1".formatted(link);
    }

    private static void field(String command) throws IOException {
        must("ip netns exec " + FIELD + " " + command);
    }

    private static void must(String command) throws IOException {
        if (run(command) != 0) {
            throw new IOException("this failed: " + command);
        }
    }

    private static int run(String command) throws IOException {
        var process =
                new ProcessBuilder(List.of(command.split(" "))).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            var code = process.waitFor();
            if (code != 0) {
                System.err.println(said);
            }
            return code;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
