/// The least of SRT that a load needs at its two ends.
@NullMarked
package net.ratonet.lab.bench.srt;

import org.jspecify.annotations.NullMarked;
