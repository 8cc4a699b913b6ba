package net.ratonet.relay.output.rtmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// Encryption in front of a platform, with a certificate for the name `live.example`.
final class TlsFront implements AutoCloseable {

    private static final char[] WORD = "only-for-this-test".toCharArray();

    private final SSLServerSocket server;
    private final SSLContext trusting;
    private final int behind;
    private final List<SNIServerName> names = new CopyOnWriteArrayList<>();

    private TlsFront(SSLServerSocket server, SSLContext trusting, int behind) {
        this.server = server;
        this.trusting = trusting;
        this.behind = behind;
    }

    /// @param behind the port to hand what is said on to
    static TlsFront start(Path folder, int behind) throws Exception {
        var store = certificate(folder);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, WORD);
        var own = SSLContext.getInstance("TLS");
        own.init(keys.getKeyManagers(), null, null);
        var server =
                (SSLServerSocket)
                        own.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var front = new TlsFront(server, trusting(store), behind);
        Thread.ofVirtual().name("tls-front").start(front::receive);
        return front;
    }

    private static KeyStore certificate(Path folder) throws Exception {
        var file = folder.resolve("front.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "front",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=live.example",
                                "-ext",
                                "san=dns:live.example",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(WORD),
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        made.getInputStream().readAllBytes();
        made.waitFor();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, WORD);
        }
        return store;
    }

    private static SSLContext trusting(KeyStore store)
            throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, WORD);
        trusted.setCertificateEntry("front", store.getCertificate("front"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    SSLContext trusting() {
        return trusting;
    }

    int port() {
        return server.getLocalPort();
    }

    /// What callers said whom they wanted.
    List<SNIServerName> names() {
        return names;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void receive() {
        try {
            while (true) {
                var caller = (SSLSocket) server.accept();
                Thread.ofVirtual().start(() -> pass(caller));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void pass(SSLSocket caller) {
        try (caller;
                var platform = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            caller.startHandshake();
            names.addAll(((ExtendedSSLSession) caller.getSession()).getRequestedServerNames());
            var back = platform.getInputStream();
            var out = caller.getOutputStream();
            Thread.ofVirtual().start(() -> copy(back, out));
            caller.getInputStream().transferTo(platform.getOutputStream());
        } catch (IOException _) {
            // One of both has gone.
        }
    }

    private static void copy(InputStream from, OutputStream to) {
        try {
            from.transferTo(to);
        } catch (IOException _) {
            // One of both has gone.
        }
    }
}
