package net.ratonet.relay.output.slate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import net.ratonet.relay.channel.AssetId;
import net.ratonet.relay.channel.SlatePicture;
import net.ratonet.relay.channel.SlateSettings;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import net.ratonet.relay.session.FeedFacts;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what is shown in a stream's place ready in that stream's own form. Any thread may ask and
/// is answered at once; one thread, "slate-maker", makes what is missing.
public final class SlateShelf implements Slates, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlateShelf.class);

    /// What does not fit is asked for again.
    private static final int MOST_WAITING = 64;

    private static final long RETRY_NANOS = Duration.ofMinutes(5).toNanos();

    private final SlateFolder folder;
    private final SlateMaker maker;
    private final Function<StreamerId, SlateSettings> choice;
    private final Function<AssetId, Optional<Path>> assets;
    private final Ticker ticker;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final BlockingDeque<SlateRecipe> orders = new LinkedBlockingDeque<>(MOST_WAITING);
    private final Thread thread;

    /// Knows nothing yet; what lies in the folder is found when it is asked for.
    ///
    /// @param folder for clips that were made; may be emptied at any time
    /// @param mostBytes that it may grow to
    /// @param assets where what streamers brought lies
    public SlateShelf(
            Path folder,
            long mostBytes,
            Ffmpeg ffmpeg,
            Function<StreamerId, SlateSettings> choice,
            Function<AssetId, Optional<Path>> assets,
            Ticker ticker) {
        this.folder = new SlateFolder(folder, mostBytes);
        this.maker = new SlateMaker(ffmpeg);
        this.choice = choice;
        this.assets = assets;
        this.ticker = ticker;
        this.thread = Thread.ofPlatform().daemon().name("slate-maker").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public SlateOffer offer(StreamerId streamer, FeedFacts facts) {
        var known = SlateForm.of(facts);
        if (known.isEmpty()) {
            return new SlateOffer.Impossible(
                    "no slate can be made for what the stream is coded in");
        }
        var form = known.get();
        var settings = choice.apply(streamer);
        var standard = standard(settings, form);
        var wanted = wanted(settings, form);
        if (wanted.isEmpty()) {
            return drawn(standard, Optional.of("what was brought for the slate is not there"));
        }
        if (wanted.equals(List.of(standard))) {
            return drawn(standard, Optional.empty());
        }
        return brought(wanted, standard);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private SlateOffer drawn(SlateRecipe.Drawn whole, Optional<String> problem) {
        if (isToBeMade(whole)) {
            place(whole.inBrief());
        }
        return switch (place(whole)) {
            case Place.Made(var clip) -> new SlateOffer.Ready(List.of(clip), true, false, problem);
            case Place.Ordered _ -> standIn(whole, problem);
            case Place.Spoilt(var why, _) -> new SlateOffer.Impossible(why);
        };
    }

    private SlateOffer brought(List<SlateRecipe> wanted, SlateRecipe.Drawn standard) {
        if (wanted.stream().anyMatch(this::isToBeMade)) {
            place(standard.inBrief());
        }
        var clips = new ArrayList<SlateClip>();
        var problem = Optional.<String>empty();
        var waiting = false;
        for (var recipe : wanted) {
            switch (place(recipe)) {
                case Place.Made(var clip) -> clips.add(clip);
                case Place.Ordered _ -> waiting = true;
                case Place.Spoilt(var why, _) -> problem = Optional.of(why);
            }
        }
        if (waiting && clips.isEmpty()) {
            return standIn(standard, problem);
        }
        return clips.isEmpty()
                ? drawn(standard, problem)
                : new SlateOffer.Ready(clips, false, false, problem);
    }

    /// What is shown while the rest is made.
    private SlateOffer standIn(SlateRecipe.Drawn standard, Optional<String> problem) {
        return place(standard.inBrief()) instanceof Place.Made(var clip)
                ? new SlateOffer.Ready(List.of(clip), false, true, problem)
                : new SlateOffer.Preparing();
    }

    private boolean isToBeMade(SlateRecipe recipe) {
        return !places.containsKey(recipe.identity()) && !folder.has(recipe.identity());
    }

    private static SlateRecipe.Drawn standard(SlateSettings settings, SlateForm form) {
        return new SlateRecipe.Drawn(form, settings.language(), settings.displayName(), false);
    }

    private List<SlateRecipe> wanted(SlateSettings settings, SlateForm form) {
        return switch (settings.picture()) {
            case SlatePicture.Standard _ -> List.of(standard(settings, form));
            case SlatePicture.Image(var asset) ->
                    assets.apply(asset).stream()
                            .<SlateRecipe>map(
                                    file -> new SlateRecipe.Picture(form, file, version(file)))
                            .toList();
            case SlatePicture.Clips(var all) ->
                    all.stream()
                            .flatMap(asset -> assets.apply(asset).stream())
                            .<SlateRecipe>map(file ->
                                    new SlateRecipe.Film(
                                            form, file, version(file), settings.ownAudio()))
                            .toList();
        };
    }

    /// Changes when the file does.
    private static String version(Path file) {
        try {
            return Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return "missing";
        }
    }

    private Place place(SlateRecipe recipe) {
        var now = ticker.nowNanos();
        var place =
                places.computeIfPresent(
                        recipe.identity(), (_, known) -> known.isStale(now) ? null : known);
        if (place == null) {
            place = order(recipe);
        }
        if (place instanceof Place.Made(var clip)) {
            folder.use(clip.file());
        }
        return place;
    }

    private Place order(SlateRecipe recipe) {
        var ordered = new Place.Ordered();
        var before = places.putIfAbsent(recipe.identity(), ordered);
        if (before != null) {
            return before;
        }
        var soon = recipe instanceof SlateRecipe.Drawn drawn && drawn.brief();
        if (!(soon ? orders.offerFirst(recipe) : orders.offerLast(recipe))) {
            places.remove(recipe.identity());
        }
        return ordered;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var recipe = orders.take();
                places.put(recipe.identity(), make(recipe));
            }
        } catch (InterruptedException _) {
            LOG.debug("no more slates are made");
        }
    }

    private Place make(SlateRecipe recipe) {
        var began = System.nanoTime();
        try {
            var file = folder.fileFor(recipe.identity());
            if (Files.exists(file)) {
                return new Place.Made(SlateClip.index(file));
            }
            var clip = maker.make(recipe, file);
            var took = (System.nanoTime() - began) / 1_000_000;
            LOG.info("A slate for {} is ready after {} ms", recipe.form().key(), took);
            folder.tidy();
            return new Place.Made(clip);
        } catch (IOException trouble) {
            LOG.warn("A slate could not be made: {}", trouble.getMessage());
            return new Place.Spoilt(String.valueOf(trouble.getMessage()), ticker.nowNanos());
        } catch (RuntimeException bug) {
            LOG.error("A slate could not be made", bug);
            return new Place.Spoilt("the relay failed at it", ticker.nowNanos());
        }
    }

    /// What is known of one clip.
    private sealed interface Place {

        boolean isStale(long now);

        record Ordered() implements Place {
            @Override
            public boolean isStale(long now) {
                return false;
            }
        }

        record Made(SlateClip clip) implements Place {
            @Override
            public boolean isStale(long now) {
                return !Files.exists(clip.file());
            }
        }

        record Spoilt(String why, long sinceNanos) implements Place {
            @Override
            public boolean isStale(long now) {
                return now - sinceNanos >= RETRY_NANOS;
            }
        }
    }
}
