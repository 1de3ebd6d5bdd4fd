/** The words of the members page in Russian, as a file of its own. */
import { movingRu } from "#wording";

export default movingRu;
