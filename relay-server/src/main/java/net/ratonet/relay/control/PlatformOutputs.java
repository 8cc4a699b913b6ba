package net.ratonet.relay.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import net.ratonet.relay.account.Account;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.Destination;
import net.ratonet.relay.account.UnknownAccountException;
import net.ratonet.relay.channel.ChannelBook;
import net.ratonet.relay.config.GlobalTargets;
import net.ratonet.relay.config.Language;
import net.ratonet.relay.output.programme.ProgrammeEvent;
import net.ratonet.relay.output.rtmp.OutputAdvice;
import net.ratonet.relay.output.rtmp.OutputDesk;
import net.ratonet.relay.output.rtmp.OutputTarget;
import net.ratonet.relay.session.LiveFeeds;
import net.ratonet.shared.flow.Ticker;
import net.ratonet.shared.telemetry.StreamerId;

/// The outputs of every streamer, as their destinations say and numbered as these stand in the
/// list. Any thread may call.
public final class PlatformOutputs implements OutputDoor {

    private static final MediaAnswer NO_SUCH = new MediaAnswer.Unknown("no such output");

    private final OutputDesk desk;
    private final Accounts accounts;
    private final ChannelBook channels;
    private final GlobalTargets operators;
    private final LiveFeeds feeds;
    private final Ticker ticker;

    public PlatformOutputs(
            OutputDesk desk,
            Accounts accounts,
            ChannelBook channels,
            GlobalTargets operators,
            LiveFeeds feeds,
            Ticker ticker) {
        this.desk = desk;
        this.accounts = accounts;
        this.channels = channels;
        this.operators = operators;
        this.feeds = feeds;
        this.ticker = ticker;
    }

    /// To be told of every programme.
    public void happened(ProgrammeEvent event) {
        switch (event) {
            case ProgrammeEvent.OnAir(var programme) -> {
                destinationsChanged(programme.streamer());
                desk.onAir(programme.streamer(), programme);
            }
            case ProgrammeEvent.OffAir(var streamer, var _) -> desk.offAir(streamer);
        }
    }

    @Override
    public MediaAnswer start(StreamerId id, int number) {
        return withTarget(id, number, desk::start);
    }

    @Override
    public MediaAnswer stop(StreamerId id, int number) {
        return withTarget(id, number, desk::stop);
    }

    @Override
    public List<OutputStatus> outputs(StreamerId id, Language language) {
        var outputs = new ArrayList<OutputStatus>();
        for (var output : desk.status(id)) {
            outputs.add(
                    new OutputStatus(
                            outputs.size() + 1,
                            output.platform(),
                            output.address(),
                            output.phase().name().toLowerCase(Locale.ROOT),
                            output.reason().in(language),
                            output.bitrate(),
                            output.bytes(),
                            output.droppedBytes(),
                            output.attempt(),
                            output.inPhase()));
        }
        return outputs;
    }

    @Override
    public List<String> advice(StreamerId id, Language language) {
        var feed = feeds.find(id);
        if (feed.isEmpty()) {
            return List.of();
        }
        var snapshot = feed.get().snapshot(ticker.nowNanos());
        var advice = new LinkedHashSet<String>();
        for (var target : targets(id)) {
            OutputAdvice.of(target, snapshot.facts(), snapshot.flow().fiveSeconds()).stream()
                    .map(reason -> reason.in(language))
                    .forEach(advice::add);
        }
        return List.copyOf(advice);
    }

    @Override
    public void destinationsChanged(StreamerId id) {
        desk.targets(id, targets(id));
    }

    @Override
    public void forget(StreamerId id) {
        desk.forget(id);
    }

    private MediaAnswer withTarget(
            StreamerId id, int number, BiPredicate<StreamerId, String> wish) {
        destinationsChanged(id);
        var all = desk.status(id);
        return number <= all.size() && wish.test(id, all.get(number - 1).id())
                ? MediaAnswer.DONE
                : NO_SUCH;
    }

    /// Whoever has switched starting by itself off, starts each by hand.
    private List<OutputTarget> targets(StreamerId id) {
        var autostart = channels.settings(id).autostart();
        return Stream.concat(own(id), operators(id))
                .map(to -> new OutputTarget(to.platform(), to.rtmpUrl(), to.enabled() && autostart))
                .toList();
    }

    private Stream<Destination> own(StreamerId id) {
        try {
            return accounts.destinations(id).stream();
        } catch (UnknownAccountException _) {
            return Stream.empty();
        }
    }

    /// The targets of an older set-up are for its only streamer.
    private Stream<Destination> operators(StreamerId id) {
        var approved = accounts.all().stream().filter(Account::approved).map(Account::id).toList();
        return approved.equals(List.of(id))
                ? Stream.of(operators.primaryUrl(), operators.secondaryUrl())
                        .filter(url -> !url.isEmpty())
                        .map(url -> new Destination("custom", url, true))
                : Stream.empty();
    }
}
