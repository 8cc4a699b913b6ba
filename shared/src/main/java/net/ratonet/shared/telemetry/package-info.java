/// What the field measures, as values that are right once they exist.
@NullMarked
package net.ratonet.shared.telemetry;

import org.jspecify.annotations.NullMarked;
