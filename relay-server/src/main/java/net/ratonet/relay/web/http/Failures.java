package net.ratonet.relay.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes back when no route answers, or something breaks outside all of them.
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static void mount(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, Failures::refused);
        routes.exception(Exception.class, Failures::failed);
    }

    private static void refused(HttpResponseException refusal, Context context) {
        var answer =
                Answer.refusal(refusal.getStatus(), HttpStatus.getMessage(refusal.getStatus()));
        var methods = refusal.getDetails().get("availableMethods");
        Answers.write(context, methods == null ? answer : answer.withHeader("Allow", methods));
    }

    private static void failed(Exception bug, Context context) {
        LOG.error("a request for {} failed", context.path(), bug);
        Answers.write(context, Answer.refusal(500, "internal error"));
    }
}
