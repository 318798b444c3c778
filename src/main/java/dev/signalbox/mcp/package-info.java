/**
 * The MCP server for a person's own client: the tools with which a model plans, looks and proposes.
 * No tool decides anything.
 */
@NullMarked
package dev.signalbox.mcp;

import org.jspecify.annotations.NullMarked;
