package net.ratonet.station.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.ratonet.shared.wire.LinkPriority;
import net.ratonet.station.bonding.DataBudget.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkBookTest {

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-03-20T12:00:00Z");

    @Test
    void keepsBudgetsOverARestart() {
        var book = book();
        book.plan("wwan0", 1_000, 15);
        assertThat(book.use("wwan0", 900)).isEqualTo(Level.LOW);
        book.save();

        var again = book();

        assertThat(again.budget("wwan0")).isEqualTo(book.budget("wwan0"));
        assertThat(again.use("wwan0", 100)).isEqualTo(Level.SPENT);
    }

    @Test
    void beginsAnewWhenTheFileIsDamaged() throws Exception {
        for (var text : new String[] {"{", "[]", "{\"wwan0\":{\"since\":\"soon\"}}", "{\"a\":3}"}) {
            Files.writeString(file(), text);

            assertThat(book().budget("wwan0").usedBytes()).isZero();
        }
    }

    @Test
    void leavesNoDraftBehind() throws Exception {
        var book = book();
        book.use("wwan0", 5);
        book.save();

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void remembersWishes() {
        var book = book();

        book.terms("wwan0", book.terms("wwan0").prioritised(LinkPriority.BACKUP).switched(false));

        assertThat(book.terms("wwan0").priority()).isEqualTo(LinkPriority.BACKUP);
        assertThat(book.terms("wwan0").on()).isFalse();
        assertThat(book.terms("wwan1").on()).isTrue();
    }

    @Test
    void listsTheLinksThatHaveALimitAsTheyStandToday() {
        var book = book();
        book.plan("wwan0", 1_000, 20);
        book.use("wwan0", 960);
        book.use("eth0", 5_000);
        now = now.plus(Duration.ofDays(31));

        assertThat(book.limited())
                .hasEntrySatisfying("wwan0", budget -> assertThat(budget.usedBytes()).isZero())
                .hasSize(1);
    }

    private LinkBook book() {
        return new LinkBook(Optional.of(file()), () -> now);
    }

    private Path file() {
        return folder.resolve("links.json");
    }
}
