package dev.signalbox.view;

import dev.signalbox.agent.AgentAvailability;
import dev.signalbox.agent.AgentProfile;
import java.util.List;
import java.util.Optional;

/**
 * What {@code doctor} saw of this machine.
 *
 * @param configurationError what is wrong with the configuration; empty where nothing is
 * @param agents those that run here, in the catalogue's order, without the built-in one
 * @param services trackers and forges; none where the configuration is not valid
 */
public record DoctorFacts(
    Machine machine,
    Tools tools,
    Walls walls,
    State state,
    Optional<String> configurationError,
    List<AgentLook> agents,
    List<ServiceLook> services) {
  public DoctorFacts {
    agents = List.copyOf(agents);
    services = List.copyOf(services);
  }

  /**
   * The machine and who is at it.
   *
   * @param java the version of the Java that runs this
   * @param hasProc whether {@code /proc} shows processes
   */
  public record Machine(boolean isMac, boolean isRoot, String java, boolean hasProc) {}

  /**
   * Programs.
   *
   * @param git what {@code git --version} prints
   * @param bubblewrap the path of {@code bwrap}
   * @param detacher the path of {@code setsid} or {@code perl}
   * @param npm the path of {@code npm}
   */
  public record Tools(
      Optional<String> git,
      Optional<String> bubblewrap,
      Optional<String> detacher,
      Optional<String> npm) {}

  /**
   * The sandbox.
   *
   * @param lack why no walls hold; empty where they do
   * @param gap what they leave open here; empty for nothing, and where none hold
   */
  public record Walls(Optional<String> lack, Optional<String> gap) {}

  /**
   * The state folder.
   *
   * @param isWritable whether it can be written to, or made
   * @param freeBytes on its disk
   * @param mode such as {@code rwx------}; empty where it is not there yet
   */
  public record State(String path, boolean isWritable, long freeBytes, Optional<String> mode) {}

  /**
   * One agent.
   *
   * @param isSpoken whether this Signalbox has an adapter that speaks with it
   */
  public record AgentLook(AgentProfile profile, AgentAvailability there, boolean isSpoken) {
    /** Whether a plan could be dispatched to it, as far as anybody can tell. */
    public boolean isReady() {
      return isSpoken && there.lack().isEmpty();
    }
  }
}
