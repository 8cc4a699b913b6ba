package net.ratonet.relay.output.rtmp;

import java.util.random.RandomGenerator;
import net.ratonet.shared.flow.Ticker;

/// What all outputs share. Any thread may use it.
record OutputGear(OutputReach reach, Ticker ticker, RandomGenerator random, OutputCounts counts) {}
