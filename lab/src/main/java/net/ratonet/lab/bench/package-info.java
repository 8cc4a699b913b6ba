/// Benchmarks: load generators and the reports that they print.
@NullMarked
package net.ratonet.lab.bench;

import org.jspecify.annotations.NullMarked;
