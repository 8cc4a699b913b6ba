/// Settings from environment variables and .env text, with every mistake reported at once.
@NullMarked
package net.ratonet.shared.settings;

import org.jspecify.annotations.NullMarked;
