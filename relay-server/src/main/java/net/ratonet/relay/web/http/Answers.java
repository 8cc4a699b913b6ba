package net.ratonet.relay.web.http;

import io.javalin.http.Context;

/// Writes answers out.
public final class Answers {

    private Answers() {}

    public static void write(Context context, Answer answer) {
        var security =
                answer.contentType().startsWith("text/html")
                        ? SecurityHeaders.PAGE
                        : SecurityHeaders.DATA;
        security.forEach(context::header);
        answer.headers().forEach(context::header);
        context.status(answer.status())
                .contentType(answer.contentType())
                .result(answer.body().array());
    }
}
