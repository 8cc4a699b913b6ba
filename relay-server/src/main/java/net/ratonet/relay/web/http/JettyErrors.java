package net.ratonet.relay.web.http;

import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What is said when a request fails before or outside our routes: the usual error shape, and never
/// a word about our insides.
public final class JettyErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.DATA.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.JSON);
        response.write(true, Answer.error(meaning(response.getStatus())).buffer(), callback);
        return true;
    }

    private static String meaning(int status) {
        var message = HttpStatus.getMessage(status);
        return message == null ? "refused" : message;
    }
}
