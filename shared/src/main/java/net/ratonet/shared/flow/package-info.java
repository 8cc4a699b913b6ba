/// How values travel from one owner thread to many readers.
@NullMarked
package net.ratonet.shared.flow;

import org.jspecify.annotations.NullMarked;
