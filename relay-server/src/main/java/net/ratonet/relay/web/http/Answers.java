package net.ratonet.relay.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
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
                writeBody(context, response, answer.body());
            }
        } catch (IOException gone) {
            // Whoever asked has left; there is nobody to tell.
        }
    }

    private static void writeBody(Context context, HttpServletResponse response, AnswerBody body)
            throws IOException {
        switch (body) {
            case Payload payload -> {
                response.setContentLength(payload.length());
                response.getOutputStream().write(payload.array());
            }
            case AnswerBody.Stream(var length, var writer) -> {
                length.ifPresent(response::setContentLengthLong);
                if (!context.method().equals(HandlerType.HEAD)) {
                    writer.writeTo(response.getOutputStream());
                }
            }
        }
    }
}
