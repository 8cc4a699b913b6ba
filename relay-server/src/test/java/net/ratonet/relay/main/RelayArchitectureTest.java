package net.ratonet.relay.main;

import net.ratonet.shared.testing.PackageTable;
import org.junit.jupiter.api.Test;

final class RelayArchitectureTest {

    @Test
    void keepsToItsPackageTable() {
        PackageTable.of("net.ratonet.relay")
                .row("account")
                .mayUse("config")
                .row("config")
                .mayUseNothing()
                .row("account")
                .mayUseNothing()
                .row("admin")
                .mayUse("account")
                .row("health")
                .mayUseNothing()
                .row("main")
                .mayUseAll()
                .restrict("io.javalin..")
                .to("web")
                .restrict("org.jdbi..", "java.sql..", "javax.sql..")
                .to("store")
                .restrict("io.obswebsocket..")
                .to("scene")
                .restrict("org.bytedeco..")
                .to("output")
                .check();
    }
}
