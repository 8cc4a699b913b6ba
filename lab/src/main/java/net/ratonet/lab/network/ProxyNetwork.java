package net.ratonet.lab.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;

/// A network made by the [ImpairmentProxy]: any delay, jitter and loss, on any machine.
public final class ProxyNetwork implements LabNetwork {

    private final ImpairmentProxy proxy;
    private final List<String> modems;

    private ProxyNetwork(ImpairmentProxy proxy, List<String> modems) {
        this.proxy = proxy;
        this.modems = modems;
    }

    public static ProxyNetwork to(int relayPort, List<LinkConditions> links, PacketTap tap)
            throws IOException {
        var relay = new InetSocketAddress(InetAddress.getLoopbackAddress(), relayPort);
        var proxy = new ImpairmentProxy(relay, links, ImpairmentProxy::byLastNumber, tap, 1);
        proxy.start();
        var modems =
                IntStream.range(0, links.size()).mapToObj(link -> "127.0.0." + (link + 2)).toList();
        return new ProxyNetwork(proxy, modems);
    }

    @Override
    public String target() throws IOException {
        return "127.0.0.1:" + proxy.port();
    }

    @Override
    public List<String> prefix() {
        return List.of();
    }

    @Override
    public List<String> modems() {
        return modems;
    }

    @Override
    public void change(int link, LinkConditions now) {
        proxy.change(link, now);
    }

    @Override
    public void rebind(int link) {
        proxy.rebind(link);
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
