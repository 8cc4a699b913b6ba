package net.ratonet.relay.output.slate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import net.ratonet.relay.ffmpeg.FfmpegChild;

/// Makes clips, one at a time, gently. Owned by the shelf's thread.
final class SlateMaker {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Ffmpeg ffmpeg;
    private final Lettering lettering = Lettering.find();

    SlateMaker(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /// The file appears when it is whole.
    ///
    /// @throws IOException with what is wrong, in words for the streamer
    SlateClip make(SlateRecipe recipe, Path file) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            encode(recipe, unfinished);
            SlateClip.index(unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return SlateClip.index(file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void encode(SlateRecipe recipe, Path output) throws IOException {
        switch (recipe) {
            case SlateRecipe.Drawn drawn -> run(drawn, output);
            case SlateRecipe.Picture picture -> run(picture, output);
            case SlateRecipe.Film film -> encodeFilm(film, output);
        }
    }

    /// Not every film has sound; then there is silence.
    private void encodeFilm(SlateRecipe.Film film, Path output) throws IOException {
        if (!film.ownSound() || film.form().sound().isEmpty()) {
            run(new SlateRecipe.Film(film.form(), film.file(), film.version(), false), output);
            return;
        }
        try {
            run(film, output);
        } catch (IOException withSound) {
            run(new SlateRecipe.Film(film.form(), film.file(), film.version(), false), output);
        }
    }

    private void run(SlateRecipe recipe, Path output) throws IOException {
        try (var child = ffmpeg.startGently("slate", recipe.arguments(output))) {
            if (recipe instanceof SlateRecipe.Drawn drawn) {
                draw(drawn, child);
            }
            child.input().close();
            var code = ended(child).exitCode().orElse(-1);
            if (code != 0) {
                throw new IOException(reason(child));
            }
        }
    }

    private void draw(SlateRecipe.Drawn drawn, FfmpegChild child) throws IOException {
        var form = drawn.form();
        var art =
                new SlateArt(
                        form.width(), form.height(), drawn.language(), drawn.name(), lettering);
        try (OutputStream frames = child.input()) {
            var step = SlateRecipe.Drawn.MINUTE / drawn.seconds();
            // One more, since the last one is shown until the next would come.
            for (var second = 0; second <= drawn.seconds(); second++) {
                frames.write(art.bytesAt(second * step % SlateRecipe.Drawn.MINUTE));
            }
        } catch (IOException gone) {
            if (ended(child).exitCode().orElse(0) != 0) {
                throw new IOException(reason(child), gone);
            }
        }
    }

    private static FfmpegChild ended(FfmpegChild child) throws IOException {
        try {
            return child.onExit().get(LONGEST.toMinutes(), TimeUnit.MINUTES);
        } catch (TimeoutException trouble) {
            throw new IOException(
                    "it takes more than %d minutes to make".formatted(LONGEST.toMinutes()),
                    trouble);
        } catch (ExecutionException trouble) {
            throw new IOException("FFmpeg was lost", trouble);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the relay is stopping", stopping);
        }
    }

    private static String reason(FfmpegChild child) {
        var words = child.lastWords();
        var said = words.isEmpty() ? "" : ": " + words.getFirst();
        return "FFmpeg cannot make a slate of it" + said;
    }
}
