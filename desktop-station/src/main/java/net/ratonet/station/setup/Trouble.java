package net.ratonet.station.setup;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Why somebody cannot be reached, as far as a person can do something about it.
enum Trouble {
    UNKNOWN_NAME,
    NOBODY_LISTENS,
    NO_ANSWER,
    NO_WAY,
    BAD_CERTIFICATE,
    OTHER;

    private static final int DEEPEST = 8;

    static Trouble of(IOException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(Trouble::ofOne)
                .filter(trouble -> trouble != OTHER)
                // A cause says more than what it caused.
                .reduce(OTHER, (_, deeper) -> deeper);
    }

    private static Trouble ofOne(Throwable failure) {
        return switch (failure) {
            case UnknownHostException _, UnresolvedAddressException _ -> UNKNOWN_NAME;
            case NoRouteToHostException _ -> NO_WAY;
            case SocketTimeoutException _, HttpTimeoutException _ -> NO_ANSWER;
            case ConnectException connect -> ofWords(connect, NOBODY_LISTENS);
            case SSLException _ -> BAD_CERTIFICATE;
            case IOException other -> ofWords(other, OTHER);
            default -> OTHER;
        };
    }

    private static Trouble ofWords(IOException failure, Trouble otherwise) {
        var words = failure.getMessage() == null ? "" : failure.getMessage();
        if (words.contains("nreachable")) {
            return NO_WAY;
        }
        return words.contains("timed out") ? NO_ANSWER : otherwise;
    }
}
