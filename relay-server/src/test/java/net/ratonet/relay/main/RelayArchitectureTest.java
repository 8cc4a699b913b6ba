package net.ratonet.relay.main;

import net.ratonet.shared.testing.PackageTable;
import org.junit.jupiter.api.Test;

final class RelayArchitectureTest {

    @Test
    void keepsToItsPackageTable() {
        PackageTable.of("net.ratonet.relay")
                .row("config")
                .mayUseNothing()
                .row("privacy")
                .mayUseNothing()
                .row("address")
                .mayUseNothing()
                .row("account")
                .mayUse("privacy", "config")
                .row("admin")
                .mayUse("account", "config")
                .row("telemetry")
                .mayUse("privacy", "config")
                .row("health")
                .mayUse("config")
                .row("scene")
                .mayUse("health", "address", "config")
                .row("session")
                .mayUse("config")
                .row("ffmpeg")
                .mayUse("config")
                .row("rtmp")
                .mayUse("session")
                .row("channel")
                .mayUse("account", "session", "config")
                .row("ingest")
                .mayUse("session", "rtmp", "ffmpeg", "config")
                .row("output")
                .mayUse("session", "rtmp", "ffmpeg", "channel", "config")
                .row("control")
                .mayUse(
                        "session",
                        "output",
                        "ffmpeg",
                        "channel",
                        "account",
                        "scene",
                        "telemetry",
                        "config")
                .row("place")
                .mayUse("privacy", "config")
                .row("store")
                .mayUse("account", "admin", "telemetry", "place", "scene", "channel", "privacy")
                .row("web")
                .mayUse(
                        "account",
                        "admin",
                        "telemetry",
                        "privacy",
                        "health",
                        "scene",
                        "channel",
                        "control",
                        "config")
                .row("main")
                .mayUseAll()
                .restrict("io.javalin..")
                .to("web")
                .restrict(
                        "org.jdbi..",
                        "java.sql..",
                        "javax.sql..",
                        "org.sqlite..",
                        "org.flywaydb..",
                        "com.zaxxer.hikari..")
                .to("store")
                .restrict("io.obswebsocket..", "net.ratonet.obsclient..")
                .to("scene")
                .restrict("org.bytedeco..")
                .to("ffmpeg")
                .check();
    }
}
