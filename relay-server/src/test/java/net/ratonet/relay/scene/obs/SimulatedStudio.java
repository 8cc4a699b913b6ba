package net.ratonet.relay.scene.obs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// What a simulated OBS has in it: scenes with their sources, one of them on program. Any thread
/// may use it; it says when something changes.
final class SimulatedStudio {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Item(String scene, String source) {}

    private final List<String> scenes = new ArrayList<>();
    private final Map<Item, Boolean> items = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private String program;
    private boolean streaming = true;
    private boolean ready = true;

    SimulatedStudio(List<String> scenes) {
        this.scenes.addAll(scenes);
        this.program = scenes.getFirst();
    }

    synchronized List<String> scenes() {
        return List.copyOf(scenes);
    }

    synchronized String program() {
        return program;
    }

    synchronized boolean isStreaming() {
        return streaming;
    }

    synchronized boolean isReady() {
        return ready;
    }

    synchronized boolean isVisible(String scene, String source) {
        return items.getOrDefault(new Item(scene, source), false);
    }

    /// The types of all requests so far.
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized void add(String scene, String source) {
        items.put(new Item(scene, source), true);
        notifyAll();
    }

    synchronized void rename(String scene, String name) {
        scenes.replaceAll(each -> each.equals(scene) ? name : each);
        program = program.equals(scene) ? name : program;
        notifyAll();
    }

    synchronized boolean show(String scene) {
        if (!scenes.contains(scene)) {
            return false;
        }
        program = scene;
        notifyAll();
        return true;
    }

    synchronized void setStreaming(boolean on) {
        streaming = on;
        notifyAll();
    }

    synchronized void setReady(boolean isReady) {
        ready = isReady;
        notifyAll();
    }

    synchronized void noteRequest(String type) {
        requests.add(type);
        notifyAll();
    }

    /// OBS numbers the items of a scene from one.
    synchronized OptionalInt itemId(String scene, String source) {
        var inScene = items.keySet().stream().filter(item -> item.scene().equals(scene)).toList();
        var index = inScene.indexOf(new Item(scene, source));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    synchronized boolean setVisible(String scene, int id, boolean visible) {
        var inScene = items.keySet().stream().filter(item -> item.scene().equals(scene)).toList();
        if (id < 1 || id > inScene.size()) {
            return false;
        }
        items.put(inScene.get(id - 1), visible);
        notifyAll();
        return true;
    }

    synchronized boolean hasInput(String name) {
        return items.keySet().stream().anyMatch(item -> item.source().equals(name));
    }

    /// Waits until the studio is as the caller expects.
    synchronized void await(Predicate<SimulatedStudio> expected) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!expected.test(this)) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("the studio did not get there: on " + program);
            }
            wait(left);
        }
    }
}
