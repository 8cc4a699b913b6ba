package net.ratonet.relay.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Answers;
import net.ratonet.relay.web.http.Payload;

/// Pages and their files. They are not part of the API, so they do not stand in its table.
public final class PageRoutes {

    private final StaticFiles pages = new StaticFiles("web");
    private final StaticFiles swagger = new StaticFiles(WebJar.folder("swagger-ui"));
    private final Payload openApi;

    /// Pages beside an API.
    ///
    /// @param openApi the API document, encoded
    public PageRoutes(Payload openApi) {
        this.openApi = openApi;
    }

    public void mount(RoutesConfig routes) {
        page(routes, "/", "home/index.html");
        page(routes, "/docs", "docs/index.html");
        get(
                routes,
                "/openapi.json",
                context -> Answers.write(context, Answer.encodedJson(openApi)));
        get(
                routes,
                "/docs/swagger/<path>",
                context -> write(context, swagger, context.pathParam("path")));
        get(routes, "/assets/<path>", context -> write(context, pages, context.pathParam("path")));
        for (var later :
                new String[] {"/panel", "/admin", "/pwa", "/pwa/<path>", "/static/<path>"}) {
            get(routes, later, this::later);
        }
    }

    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler).head(path, handler);
    }

    private void page(RoutesConfig routes, String path, String file) {
        get(routes, path, context -> write(context, pages, file));
    }

    /// A page that the product will have, and does not have yet.
    private void later(Context context) {
        Answers.write(context, file(context, pages, "later/index.html").withStatus(404));
    }

    private static void write(Context context, StaticFiles files, String path) {
        Answers.write(context, file(context, files, path));
    }

    private static Answer file(Context context, StaticFiles files, String path) {
        return files.answer(
                        path,
                        Optional.ofNullable(context.header("If-None-Match")),
                        Optional.ofNullable(context.header("Accept-Encoding")))
                .orElseGet(() -> Answer.refusal(404, "no such file"));
    }
}
