package net.ratonet.lab;

import net.ratonet.shared.testing.PackageTable;
import org.junit.jupiter.api.Test;

final class LabArchitectureTest {

    @Test
    void keepsToItsPackageTable() {
        PackageTable.of("net.ratonet.lab")
                .row("process")
                .mayUseNothing()
                .row("network")
                .mayUseNothing()
                .row("bench")
                .mayUse("process", "network")
                .row("demo")
                .mayUse("process", "network")
                .rootRow()
                .mayUseAll()
                .check();
    }
}
