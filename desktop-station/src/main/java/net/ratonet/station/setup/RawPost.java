package net.ratonet.station.setup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Sends bytes to the relay's uplink test over a socket that is bound already, which the JDK's own
/// HTTP client cannot be given. For one thread.
final class RawPost {

    private static final int PATIENCE_MS = 35_000;
    private static final int CHUNK = 16 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");

    private final ServerAddress server;
    private final String key;
    private final SSLSocketFactory tls;

    RawPost(ServerAddress server, String key) {
        this(server, key, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    RawPost(ServerAddress server, String key, SSLSocketFactory tls) {
        this.server = server;
        this.key = key;
        this.tls = tls;
    }

    RelayReply send(Socket plain, int bytes) throws IOException {
        plain.setSoTimeout(PATIENCE_MS);
        plain.setTcpNoDelay(true);
        var socket = server.encrypted() ? secured(plain) : plain;
        var out = socket.getOutputStream();
        out.write(head(bytes).getBytes(ISO_8859_1));
        var chunk = new byte[CHUNK];
        for (var left = bytes; left > 0; left -= CHUNK) {
            out.write(chunk, 0, Math.min(left, CHUNK));
        }
        out.flush();
        return reply(new BufferedInputStream(socket.getInputStream()));
    }

    private Socket secured(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, server.bareHost(), server.port(), false);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private String head(int bytes) {
        return String.join(
                "\r\n",
                "POST " + server.http("/api/uplink-test").getRawPath() + " HTTP/1.1",
                "Host: " + server.origin(),
                "Authorization: Bearer " + key,
                "Content-Type: application/octet-stream",
                "Content-Length: " + bytes,
                "Connection: close",
                "",
                "");
    }

    private static RelayReply reply(InputStream in) throws IOException {
        var status = STATUS.matcher(line(in));
        if (!status.matches()) {
            throw new IOException("this is no HTTP");
        }
        var isChunked = false;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var lower = line.toLowerCase(Locale.ROOT);
            isChunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        var body = isChunked ? chunks(in) : new String(in.readNBytes(LONGEST_BODY), UTF_8);
        return RelayCalls.judge(Integer.parseInt(status.group(1)), body);
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        try {
            var size = Integer.parseInt(line(in).replaceFirst(";.*", "").strip(), 16);
            while (size > 0 && body.size() + size <= LONGEST_BODY) {
                body.write(in.readNBytes(size));
                line(in);
                size = Integer.parseInt(line(in).replaceFirst(";.*", "").strip(), 16);
            }
        } catch (NumberFormatException _) {
            throw new IOException("this is no HTTP");
        }
        return body.toString(UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() == LONGEST_LINE) {
                throw new IOException("the relay closed the connection");
            }
            line.write(octet);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
