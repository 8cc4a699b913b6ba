package net.ratonet.relay.web;

import io.javalin.config.JettyConfig;
import java.util.Set;
import java.util.concurrent.Executors;
import net.ratonet.relay.web.http.JettyErrors;
import net.ratonet.relay.web.http.Limits;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/// How Jetty listens. A few platform threads watch the sockets; everything that may wait runs on
/// virtual threads. Timeouts and limits see to it that slow or hostile peers cost no more than a
/// socket.
final class JettySetup {

    private static final int PLATFORM_THREADS = 16;
    private static final long IDLE_MS = 30_000;
    private static final long STOP_MS = 2_000;
    private static final int LARGEST_HEADERS = 16 * 1024;

    private static final int BACKLOG = 1_024;

    private final String host;
    private final int port;
    private final Limits limits;

    JettySetup(String host, int port, Limits limits) {
        this.host = host;
        this.port = port;
        this.limits = limits;
    }

    void apply(JettyConfig jetty) {
        jetty.threadPool = threads();
        jetty.modifyServer(this::server);
        jetty.modifyServletContextHandler(JettySetup::context);
        jetty.modifyHttpConfiguration(JettySetup::http);
        jetty.addConnector(this::connector);
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(PLATFORM_THREADS, 2);
        threads.setName("web");
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("web-request-", 0).factory()));
        return threads;
    }

    private void server(Server server) {
        server.setStopTimeout(STOP_MS);
        server.setErrorHandler(new JettyErrors());
        server.addBean(new NetworkConnectionLimit(limits.mostConnections(), server));
    }

    private static void context(ServletContextHandler context) {
        context.setErrorHandler(new JettyErrors());
        context.getSessionHandler().setSessionTrackingModes(Set.of());
        context.addEventListener(new ContextStart(context));
    }

    /// Compression per message and per socket would cost a dashboard's worth of CPU each; v2
    /// dashboards get messages that were compressed once for all.
    private record ContextStart(ServletContextHandler context)
            implements jakarta.servlet.ServletContextListener {
        @Override
        public void contextInitialized(jakarta.servlet.ServletContextEvent event) {
            var components =
                    WebSocketServerComponents.ensureWebSocketComponents(
                            context.getServer(), context);
            components.getExtensionRegistry().unregister("permessage-deflate");
        }
    }

    private static void http(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADERS);
        http.setIdleTimeout(IDLE_MS);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MS);
        connector.setAcceptQueueSize(BACKLOG);
        return connector;
    }
}
