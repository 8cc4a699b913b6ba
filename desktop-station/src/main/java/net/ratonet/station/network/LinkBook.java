package net.ratonet.station.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import net.ratonet.station.bonding.DataBudget;
import net.ratonet.station.bonding.LinkTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// What people want of each link, and how much of its data is used up; the latter outlives the
/// program. Safe for any thread.
public final class LinkBook {

    private static final Logger LOG = LoggerFactory.getLogger(LinkBook.class);
    private static final double MOST_BYTES = 1e18;

    /// A phone on a cable may have a new name each time; so many without a plan are remembered.
    private static final int MOST_WITHOUT_PLAN = 64;

    private final Optional<Path> file;
    private final InstantSource clock;
    private final Map<String, LinkTerms> terms = new TreeMap<>();

    /// The links that came first stand first.
    private final Map<String, DataBudget> budgets = new LinkedHashMap<>();

    private boolean changed;

    public LinkBook(Optional<Path> file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        file.filter(Files::exists).ifPresent(this::load);
    }

    synchronized LinkTerms terms(String link) {
        return terms.getOrDefault(link, LinkTerms.NORMAL);
    }

    synchronized void terms(String link, LinkTerms next) {
        terms.put(link, next);
    }

    public synchronized DataBudget budget(String link) {
        return budgets.getOrDefault(link, DataBudget.unlimited(today()));
    }

    /// The budgets of the links that have a limit, by link, as they stand today.
    synchronized Map<String, DataBudget> limited() {
        var limited = new TreeMap<String, DataBudget>();
        budgets.forEach((link, budget) -> {
            if (budget.capBytes() > 0) {
                limited.put(link, budget.plus(0, today()));
            }
        });
        return limited;
    }

    synchronized void plan(String link, long capBytes, int resetDay) {
        budgets.put(link, budget(link).withPlan(capBytes, resetDay, today()));
        changed = true;
    }

    /// Writes down what a link has carried, and tells how its budget stands.
    synchronized DataBudget.Level use(String link, long bytes) {
        var before = budget(link);
        var next = before.plus(bytes, today());
        budgets.put(link, next);
        forgetTheOldest();
        changed |= bytes > 0;
        if (next.level().compareTo(before.level()) > 0) {
            LOG.warn("{}: {}", link, words(next));
        }
        return next.level();
    }

    private void forgetTheOldest() {
        var without = budgets.entrySet().stream().filter(entry -> entry.getValue().capBytes() == 0);
        var names = without.map(Map.Entry::getKey).toList();
        if (names.size() > MOST_WITHOUT_PLAN) {
            budgets.remove(names.getFirst());
        }
    }

    /// Writes the file if there is anything new, whole or not at all.
    synchronized void save() {
        if (!changed || file.isEmpty()) {
            return;
        }
        var target = file.get().toAbsolutePath();
        var draft = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(draft, Json.write(written()) + "\n");
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            changed = false;
        } catch (IOException trouble) {
            LOG.warn("The data budgets cannot be kept in {}: {}", target, trouble.getMessage());
        }
    }

    private ObjectNode written() {
        var all = Json.object();
        budgets.forEach((link, budget) ->
                all.putObject(link)
                        .put("cap_bytes", budget.capBytes())
                        .put("reset_day", budget.resetDay())
                        .put("since", budget.since().toString())
                        .put("used_bytes", budget.usedBytes()));
        return all;
    }

    private void load(Path path) {
        try {
            switch (Json.readObject(Files.readString(path))) {
                case Decoded.Accepted<ObjectNode>(var node) ->
                        node.properties()
                                .forEach(entry -> {
                                    if (entry.getValue() instanceof ObjectNode budget) {
                                        load(entry.getKey(), new JsonFields(budget));
                                    }
                                });
                case Decoded.Refused<ObjectNode> _, Decoded.Malformed<ObjectNode> _ ->
                        LOG.warn("{} is damaged: data budgets begin anew.", path);
            }
        } catch (IOException trouble) {
            LOG.warn("Data budgets begin anew: {} cannot be read.", path);
        }
    }

    private void load(String link, JsonFields in) {
        try {
            budgets.put(
                    link,
                    new DataBudget(
                            (long) in.number("cap_bytes", 0, MOST_BYTES, 0),
                            in.integer("reset_day", 1, 31, 1),
                            LocalDate.parse(in.text("since", 10, today().toString())),
                            (long) in.number("used_bytes", 0, MOST_BYTES, 0)));
        } catch (DateTimeException _) {
            LOG.warn("The data budget of {} begins anew: its date is no date.", link);
        }
    }

    private static String words(DataBudget budget) {
        return switch (budget.level()) {
            case FINE -> "data budget fine";
            case LOW -> "80 % of the data budget is used";
            case NEARLY_SPENT -> "95 % of the data budget is used";
            case SPENT -> "the data budget is used up: from now on this link is only a reserve";
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
