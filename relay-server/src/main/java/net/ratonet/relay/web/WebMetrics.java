package net.ratonet.relay.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import net.ratonet.relay.control.MediaMetrics;
import net.ratonet.relay.web.http.Payload;
import net.ratonet.relay.web.http.RouteWatch;
import net.ratonet.relay.web.live.DashboardHub;
import net.ratonet.relay.web.live.FieldDesk;
import net.ratonet.relay.web.live.FieldTally;

/// What Prometheus reads: requests by route, sockets, what was dropped, process and JVM. Any thread
/// may call.
final class WebMetrics implements RouteWatch, AutoCloseable {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final StreamerMetrics streamers;
    private final MediaMetrics media;

    private record Key(String route, int status) {}

    WebMetrics(StreamerMetrics streamers, MediaMetrics media) {
        this.streamers = streamers;
        this.media = media;
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    void watch(DashboardHub hub, FieldDesk desk, FieldTally tally) {
        gauge("ratonet_dashboards", "Open dashboard sockets", hub, DashboardHub::dashboards);
        gauge("ratonet_field_sockets", "Open field sockets", desk, FieldDesk::sockets);
        gauge("ratonet_field_streamers", "Streamers with a socket", desk, FieldDesk::streamers);
        gauge(
                "ratonet_dashboard_changes_waiting",
                "Streamers whose change waits for the next round",
                hub,
                DashboardHub::waiting);
        counter(
                "ratonet_dashboard_skipped",
                "Updates that a busy dashboard was spared, to get newer ones later",
                hub,
                DashboardHub::dropped);
        counter("ratonet_field_accepted", "Field messages taken", tally, FieldTally::accepted);
        counter(
                "ratonet_field_refused",
                "Field messages with a bad field",
                tally,
                FieldTally::refused);
        counter(
                "ratonet_field_malformed",
                "Field messages that were none",
                tally,
                FieldTally::malformed);
        counter(
                "ratonet_field_flooded",
                "Field messages beyond the rate",
                tally,
                FieldTally::flooded);
    }

    void watch(Map<String, Supplier<Number>> gauges) {
        gauges.forEach((name, value) -> Gauge.builder(name, value).register(registry));
    }

    @Override
    public void answered(Answered call) {
        timers.computeIfAbsent(new Key(call.route().label(), call.status()), this::timer)
                .record(call.tookNanos(), TimeUnit.NANOSECONDS);
    }

    /// The whole page, in Prometheus' text format.
    Payload page() {
        return Payload.text(registry.scrape() + streamers.page() + media.page());
    }

    private Timer timer(Key key) {
        return Timer.builder("ratonet_requests")
                .description("Answered requests")
                .tag("route", key.route())
                .tag("status", Integer.toString(key.status()))
                .register(registry);
    }

    private <T> void gauge(String name, String meaning, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).description(meaning).register(registry);
    }

    private <T> void counter(String name, String meaning, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).description(meaning).register(registry);
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
