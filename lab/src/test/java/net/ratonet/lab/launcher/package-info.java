/// The launcher `ratonet`, run for real in checkouts where everything around it is simulated.
@NullMarked
package net.ratonet.lab.launcher;

import org.jspecify.annotations.NullMarked;
