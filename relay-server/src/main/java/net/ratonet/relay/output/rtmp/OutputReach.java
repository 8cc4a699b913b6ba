package net.ratonet.relay.output.rtmp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import net.ratonet.relay.rtmp.RtmpUrl;

/// How outputs get to a platform. The name is resolved at each try, its addresses are judged, and
/// the connection goes to a judged address. Stateless, so any thread may ask.
public final class OutputReach {

    /// More would only prolong the wait.
    private static final int MOST_ADDRESSES = 4;

    private static final int CONNECT_MS = (int) Duration.ofSeconds(5).toMillis();

    /// Until the talk has begun, this long without a byte is the end.
    private static final int SILENCE_MS = (int) Duration.ofSeconds(10).toMillis();

    private final Predicate<InetAddress> allowed;
    private final Resolver resolver;
    private final SSLContext tls;

    OutputReach(Predicate<InetAddress> allowed, Resolver resolver, SSLContext tls) {
        this.allowed = allowed;
        this.resolver = resolver;
        this.tls = tls;
    }

    /// By the names and certificates that this machine trusts.
    ///
    /// @param allowed which addresses the relay may be sent to
    public static OutputReach of(Predicate<InetAddress> allowed) {
        try {
            return new OutputReach(allowed, InetAddress::getAllByName, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK speaks TLS", impossible);
        }
    }

    /// Asks for all addresses of a host.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /// A connection, and the same without encryption: closing that one never waits.
    record Line(Socket talk, Socket wire) {}

    Line dial(RtmpUrl url, Canceller canceller) throws IOException {
        var wire = connect(url, canceller);
        try {
            wire.setTcpNoDelay(true);
            wire.setKeepAlive(true);
            wire.setSoTimeout(SILENCE_MS);
            return new Line(url.encrypted() ? encrypt(wire, url) : wire, wire);
        } catch (IOException trouble) {
            wire.close();
            throw trouble;
        }
    }

    /// Is shown each socket before it connects, so that it can be closed from elsewhere.
    @FunctionalInterface
    interface Canceller {
        void watch(Socket socket) throws IOException;
    }

    private Socket connect(RtmpUrl url, Canceller canceller) throws IOException {
        OutputTrouble trouble = new OutputTrouble.NoAnswer(url.host());
        for (var address : addresses(url.host())) {
            var socket = new Socket();
            canceller.watch(socket);
            try {
                socket.connect(new InetSocketAddress(address, url.port()), CONNECT_MS);
                return socket;
            } catch (ConnectException _) {
                trouble = new OutputTrouble.ConnectionRefused(url.host());
            } catch (IOException _) {
                trouble = new OutputTrouble.NoAnswer(url.host());
            }
            socket.close();
        }
        throw new OutputException(trouble);
    }

    private List<InetAddress> addresses(String host) throws OutputException {
        try {
            var reachable =
                    Stream.of(resolver.resolve(host))
                            .filter(allowed)
                            .limit(MOST_ADDRESSES)
                            .toList();
            if (reachable.isEmpty()) {
                throw new OutputException(new OutputTrouble.OutOfReach(host));
            }
            return reachable;
        } catch (UnknownHostException _) {
            throw new OutputException(new OutputTrouble.UnknownHost(host));
        }
    }

    private Socket encrypt(Socket wire, RtmpUrl url) throws IOException {
        var talk =
                (SSLSocket) tls.getSocketFactory().createSocket(wire, url.host(), url.port(), true);
        var rules = talk.getSSLParameters();
        rules.setEndpointIdentificationAlgorithm("HTTPS");
        talk.setSSLParameters(rules);
        try {
            talk.startHandshake();
            return talk;
        } catch (SSLException trouble) {
            throw new OutputException(new OutputTrouble.NotEncrypted(url.host(), detail(trouble)));
        } catch (SocketTimeoutException _) {
            throw new OutputException(new OutputTrouble.NoAnswer(url.host()));
        }
    }

    /// The last cause says most.
    private static String detail(SSLException trouble) {
        Throwable cause = trouble;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var words = String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return words.length() > 120 ? words.substring(0, 120) : words;
    }
}
