package net.ratonet.relay.web.http;

import io.javalin.http.Context;
import java.io.IOException;

/// Writes answers out.
public final class Answers {

    private Answers() {}

    /// Straight into the response, with its length: the framework's own way would copy the body and
    /// send it in chunks.
    public static void write(Context context, Answer answer) {
        var response = context.res();
        var security =
                answer.contentType().startsWith("text/html")
                        ? SecurityHeaders.PAGE
                        : SecurityHeaders.DATA;
        security.forEach(response::setHeader);
        answer.headers().forEach(response::setHeader);
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        try {
            if (answer.status() != 304) {
                response.setContentLength(answer.body().length());
                response.getOutputStream().write(answer.body().array());
            }
        } catch (IOException gone) {
            // Whoever asked has left; there is nobody to tell.
        }
    }
}
