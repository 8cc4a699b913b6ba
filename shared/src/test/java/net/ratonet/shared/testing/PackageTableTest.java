package net.ratonet.shared.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageTableTest {

    private static final String COIN = "package town.shared; public class Coin {}";
    private static final String STOCK =
            "package town.shop.stock; public class Stock { javax.sql.DataSource source; }";
    private static final String TILL =
            "package town.shop.till; class Till { town.shop.stock.Stock[] stock; town.shared.Coin"
                    + " c; }";

    @TempDir private Path folder;

    @Test
    void passesWhenEveryUseIsListed() {
        var table =
                PackageTable.of("town.shop")
                        .row("stock")
                        .mayUseNothing()
                        .row("till")
                        .mayUse("stock")
                        .restrict("javax.sql..", "java.sql..")
                        .to("stock");

        assertThatCode(() -> table.check(shop())).doesNotThrowAnyException();
    }

    @Test
    void letsAPackageUseEverythingWhenItsRowSaysSo() {
        var table =
                PackageTable.of("town.shop").row("stock").mayUseNothing().row("till").mayUseAll();

        assertThatCode(() -> table.check(shop())).doesNotThrowAnyException();
    }

    @Test
    void refusesAUseThatIsNotListed() {
        var table =
                PackageTable.of("town.shop")
                        .row("stock")
                        .mayUse("till")
                        .row("till")
                        .mayUseNothing();

        assertBroken(
                table,
                shop(),
                "'till' may not use 'stock': let main hand over what it needs",
                "town.shop.till.Till.stock");
    }

    @Test
    void refusesAPackageWithoutARow() {
        var table = PackageTable.of("town.shop").row("till").mayUseAll();

        assertBroken(table, shop(), "package 'stock' has no row: add one");
    }

    @Test
    void refusesARowWithoutAPackage() {
        var table =
                PackageTable.of("town.shop")
                        .row("stock")
                        .mayUse("attic")
                        .row("till")
                        .mayUseAll()
                        .row("cellar")
                        .mayUseNothing();

        assertBroken(
                table,
                shop(),
                "the table names 'attic', but no class lives there",
                "the table names 'cellar', but no class lives there");
    }

    @Test
    void refusesTwoRowsForOnePackage() {
        var table = PackageTable.of("town.shop").row("till").mayUseAll();

        assertThatThrownBy(() -> table.row("till").mayUseNothing())
                .hasMessage("two rows for 'till'");
    }

    @Test
    void refusesALibraryOutsideItsPackages() {
        var table =
                PackageTable.of("town.shop")
                        .row("stock")
                        .mayUseNothing()
                        .row("till")
                        .mayUseAll()
                        .restrict("javax.sql..")
                        .to("till");

        assertBroken(table, shop(), "'stock' uses javax.sql.., which belongs to till only");
    }

    @Test
    void refusesALibraryThatNobodyMayUse() {
        var table =
                PackageTable.of("town.shop")
                        .row("stock")
                        .mayUseNothing()
                        .row("till")
                        .mayUseAll()
                        .restrict("javax.sql..")
                        .to();

        assertBroken(table, shop(), "which belongs to no package only");
    }

    @Test
    void refusesACircleEvenWhenTheRowsAllowIt() {
        var table = PackageTable.of("town.farm").row("hen").mayUseAll().row("egg").mayUseAll();
        var farm =
                CompiledSources.in(
                        folder,
                        "package town.farm.hen; public class Hen { town.farm.egg.Egg egg; }",
                        "package town.farm.egg; public class Egg { town.farm.hen.Hen hen; }");

        assertBroken(table, farm, "packages go round in a circle", "town.farm.egg");
    }

    @Test
    void refusesTheClassesOfAnotherProgram() {
        var table = PackageTable.of("town.bank").row("vault").mayUseAll();
        var bank =
                CompiledSources.in(
                        folder,
                        STOCK,
                        "package town.bank.vault; class Vault { town.shop.stock.Stock stock; }");

        assertBroken(
                table,
                bank,
                "'vault' may not use town.shop.stock.Stock, a class of another program");
    }

    @Test
    void tellsALibraryThatWasMovedNextDoorFromAnotherProgram() {
        var bank =
                CompiledSources.in(
                        folder,
                        STOCK,
                        "package town.bank.vault; class Vault { town.shop.stock.Stock stock; }");

        assertThatCode(() -> bank("vault").check(bank)).doesNotThrowAnyException();
        assertBroken(bank("lobby"), bank, "'vault' uses town.shop.., which belongs to lobby only");
    }

    private static PackageTable bank(String homeOfTheLibrary) {
        return PackageTable.of("town.bank")
                .row("vault")
                .mayUseAll()
                .restrict("town.shop..")
                .to(homeOfTheLibrary);
    }

    @Test
    void knowsTheRootPackageAndCountsSubPackagesToTheirRow() {
        var mill =
                CompiledSources.in(
                        folder,
                        "package town.mill; class Miller { town.mill.wheel.iron.Cog cog; }",
                        "package town.mill.wheel.iron; public class Cog {}");

        assertThatCode(() ->
                        PackageTable.of("town.mill")
                                .rootRow()
                                .mayUse("wheel")
                                .row("wheel")
                                .mayUseNothing()
                                .check(mill))
                .doesNotThrowAnyException();
        assertBroken(
                PackageTable.of("town.mill").row("wheel").mayUseNothing(),
                mill,
                "package '(root)' has no row");
    }

    private JavaClasses shop() {
        return CompiledSources.in(folder, COIN, STOCK, TILL);
    }

    private static void assertBroken(PackageTable table, JavaClasses classes, String... parts) {
        assertThatThrownBy(() -> table.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(parts);
    }
}
