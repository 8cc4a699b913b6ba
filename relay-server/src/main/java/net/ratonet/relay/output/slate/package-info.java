/// What is shown while the field is silent: drawn or brought along, encoded in advance as the live
/// stream is.
@NullMarked
package net.ratonet.relay.output.slate;

import org.jspecify.annotations.NullMarked;
